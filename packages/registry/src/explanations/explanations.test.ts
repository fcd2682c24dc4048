import { parse, print, type DefinitionNode } from 'graphql';
import { LONDON, PARTNERSHIPS, partnership, TOY_CONTRACT } from '../../testing/toy-london';
import { checkChange } from '../checks/check-change';
import { checkPartnership } from '../checks/check-partnership';
import { Contract } from '../checks/contract/contract';
import { requireDecisions } from '../checks/require-decisions';
import { schemaTypes } from '../checks/schema-types';
import { HUB_SUBGRAPH } from '../checks/type-names';
import { usedFields } from '../checks/used-fields';
import { CompositionFailed } from '../composition-failed';
import { composeSupergraph } from '../compose-supergraph';
import { REGISTRY_ERRORS } from '../errors';
import { EXPLAINED, explanationOf } from './explain';

const OF_NO_SCHEMA = [
  ...['COMPOSITION_FAILED', 'SDL_TOO_LARGE', 'SUBGRAPH_SDL_INVALID', 'SUBGRAPH_SDL_UNREACHABLE', 'TOO_MANY_TYPES'],
];

const good = partnership('redbridge');
const against = { contract: new Contract(TOY_CONTRACT), hub: schemaTypes(parse(LONDON)) };
const operation = {
  name: 'Topics',
  document: parse('{ partnerships { ... on RedbridgePartnership { hubs { topic } } } }'),
};

const nameOf = (node: DefinitionNode) => ('name' in node ? node.name?.value : undefined);

/** Redbridge's schema with some definitions in the place of its own. A link takes the place of the link. */
function withDefinitions(text: string): string {
  const [own, given] = [good, text].map((sdl) => parse(sdl).definitions) as [DefinitionNode[], DefinitionNode[]];
  const [, removed] = /^# There is no type (\w+)\./.exec(text) ?? [];
  const replaced = new Set([removed, ...given.filter(({ kind }) => !kind.endsWith('Extension')).map(nameOf)]);
  const isLinked = given.some(({ kind }) => kind === 'SchemaExtension');
  const kept = own.filter(
    (node) =>
      (nameOf(node) === undefined || !replaced.has(nameOf(node))) && !(isLinked && node.kind === 'SchemaExtension'),
  );
  return [...kept, ...given].map(print).join('\n\n');
}

function composed(sdl: string) {
  const subgraphs = [HUB_SUBGRAPH, ...PARTNERSHIPS].map((name) => ({
    ...{ name, url: `http://${name}/graphql` },
    sdl: name === 'redbridge' ? sdl : name === HUB_SUBGRAPH ? LONDON : partnership(name),
  }));
  const supergraph = composeSupergraph(subgraphs);
  requireDecisions(supergraph.supergraphSdl);
  return supergraph;
}

const inUse = usedFields(composed(good).apiSchema(), [operation]);
const used = () => inUse;

/** The codes of all that is wrong with a schema of Redbridge: by itself, with the others, and as a change. */
async function codesOf(next: string): Promise<string[]> {
  const found = checkPartnership('redbridge', next, against).map(({ code }) => code as string);
  try {
    composed(next);
    found.push(
      ...(
        await checkChange({ name: 'redbridge', last: next.includes('RedbridgeWay') ? withWay : good, next, used })
      ).map(({ code }) => code),
    );
  } catch (error) {
    if (!(error instanceof CompositionFailed)) throw error;
    found.push(...error.issues.map(({ code }) => code));
  }
  return found;
}

/** The last that was good of a Redbridge that has what an example changes. */
const withWay = `${good}\n${explanationOf('CHANGE_DANGEROUS')!.example!.after}`;

it('there is an explanation of every code of the registry, and none without its sentences', () => {
  expect(EXPLAINED).toEqual(expect.arrayContaining(Object.keys(REGISTRY_ERRORS)));
  for (const code of EXPLAINED) {
    const { means, why, mend } = explanationOf(code)!;
    for (const sentence of [means, why, mend]) expect(sentence).toMatch(/^["A-Z@/{a-z].*[.…]$/s);
  }
  expect(explanationOf('toString')).toBeUndefined();
});

it('there is an example with each that is found in a schema', () => {
  expect(EXPLAINED.filter((code) => !explanationOf(code)!.example)).toEqual(OF_NO_SCHEMA);
});

it.each(EXPLAINED.filter((code) => !OF_NO_SCHEMA.includes(code)))(
  'the example of %s is refused before, and good after',
  async (code) => {
    const { before, after } = explanationOf(code)!.example!;
    expect(await codesOf(withDefinitions(before))).toContain(code);
    const left = await codesOf(withDefinitions(after));
    // What an example leaves out of Redbridge's schema is a change, and no mistake.
    expect(left.filter((one) => one === code || !/^(CHANGE_|FIELD_IN_USE)/.test(one))).toEqual([]);
  },
);
