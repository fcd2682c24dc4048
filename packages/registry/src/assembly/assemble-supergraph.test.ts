import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CompositionFailed } from '../composition-failed';
import { LONDON, PARTNERSHIPS, TOY_CONTRACT, partnership, toySchema } from '../../testing/toy-london';
import { readContract } from '../checks/contract/contract';
import { assembleSupergraph } from './assemble-supergraph';
import type { SubgraphCandidate } from './subgraph-candidate';

const HUB = 'london-scp';

/** What each publishes in truth, as it stands in the reference. */
const real = (name: string) =>
  readFileSync(join(__dirname, '../../../../docs/reference/schema', `${name}.graphql`), 'utf8');

function assembled(
  others: Record<string, Partial<SubgraphCandidate>> = {},
  schemaOf = toySchema,
  contract = TOY_CONTRACT,
) {
  const candidates = [HUB, ...PARTNERSHIPS].map((name) => ({
    ...{ name, url: `http://127.0.0.1:4001/${name}`, published: schemaOf(name), problem: null, lastGood: null },
    ...others[name],
  }));
  const { supergraph, subgraphs } = assembleSupergraph(candidates, HUB, contract);
  const served = Object.fromEntries(subgraphs.map(({ name, servedUnder }) => [name, servedUnder]));
  return { supergraph, served, subgraphs };
}

const whole = Object.fromEntries([HUB, ...PARTNERSHIPS].map((name) => [name, 'PUBLISHED']));

/** Ways in which a partnership's schema goes wrong, each from a good one. */
const MISTAKES: [what: string, mistake: (sdl: string) => string][] = [
  ['does not parse', (sdl) => sdl.slice(0, -10)],
  ['has a field of an interface renamed', (sdl) => sdl.replaceAll('meetings:', 'meeting:')],
  ['adds a field to an interface of the contract', (sdl) => sdl.replaceAll('meetings:', 'minutes: String meetings:')],
  ['has a value of another type', (sdl) => sdl.replaceAll('heldOn: String', 'heldOn: Int')],
  ['has a list in place of one value', (sdl) => sdl.replace('kind: BodyKind', 'kind: [BodyKind]')],
  ['adds a root field', (sdl) => `${sdl} type Query { mine: String @tag(name: "public") }`],
  ['leaves open who may see a field', (sdl) => sdl.replace(/ @requiresScopes\(.*\)/, '')],
  [
    'guards a field that may not be null',
    (sdl) =>
      sdl.replace('topic: String @tag(name: "public")', 'topic: String! @requiresScopes(scopes: [["budget:read"]])'),
  ],
  [
    'takes a field of another partnership',
    (sdl) => `${sdl} type LambethPartnership @key(fields: "id") { id: ID! meetings: [Meeting!] @tag(name: "public") }`,
  ],
];

it('serves each subgraph under what it publishes', () => {
  expect(assembled().served).toEqual(whole);
});

describe.each(MISTAKES)('a partnership whose schema %s', (_, mistake) => {
  const published = mistake(partnership('redbridge'));

  it('is served under its last good schema, and costs the others nothing', () => {
    const { served, subgraphs } = assembled({ redbridge: { published, lastGood: partnership('redbridge') } });
    expect(served).toEqual({ ...whole, redbridge: 'LAST_GOOD' });
    expect(subgraphs.find(({ name }) => name === 'redbridge')!.problem).toMatch(/^[A-Z_]+: ./);
  });

  it('is served under none where it never had a good one, and costs the others nothing', () => {
    const { supergraph, served } = assembled({ redbridge: { published } });
    expect(served).toEqual({ ...whole, redbridge: 'NONE' });
    expect(supergraph.apiSchema().getType('RedbridgePartnership')).toHaveProperty('_fields.bodies');
  });
});

it('serves a partnership without a schema under none, with its problem', () => {
  const problem = 'The subgraph lambeth did not give its schema: connect ECONNREFUSED.';
  const { served, subgraphs } = assembled({ lambeth: { published: null, problem } });
  expect(served).toEqual({ ...whole, lambeth: 'NONE' });
  expect(subgraphs).toContainEqual({ name: 'lambeth', servedUnder: 'NONE', sdl: null, problem, issues: [] });
});

it('serves a partnership of the directory of which there is no subgraph under none, in its own name', () => {
  const here = [HUB, 'havering'].map((name) => ({
    ...{ name, url: `http://${name}`, published: toySchema(name), problem: null, lastGood: null },
  }));
  const { supergraph, subgraphs } = assembleSupergraph(here, HUB, TOY_CONTRACT);
  expect(subgraphs.map(({ name, servedUnder }) => [name, servedUnder])).toEqual([
    ...here.map(({ name }) => [name, 'PUBLISHED']),
    ...['lambeth', 'redbridge', 'tri-borough'].map((name) => [name, 'NONE']),
  ]);
  expect(supergraph.apiSchema().getType('TriBoroughPartnership')).toHaveProperty('_fields.bodies');
});

it('finds two at fault among others who are not, one of whose last good schemas is good no longer', () => {
  const [rename, root] = [MISTAKES[1]![1], MISTAKES[5]![1]];
  const { served } = assembled({
    havering: { published: rename(partnership('havering')), lastGood: partnership('havering') },
    lambeth: { lastGood: `${partnership('lambeth')}\n# earlier` },
    'tri-borough': { published: root(partnership('tri-borough')), lastGood: rename(partnership('tri-borough')) },
  });
  expect(served).toEqual({ ...whole, havering: 'LAST_GOOD', 'tri-borough': 'NONE' });
});

it('serves the hub under its last good schema where what it publishes composes with nobody', () => {
  const published = LONDON.replaceAll('@external', '@shareable');
  expect(assembled({ [HUB]: { published, lastGood: LONDON } }).served).toEqual({ ...whole, [HUB]: 'LAST_GOOD' });
});

it('refuses a hub that has none, as it is published', () => {
  const published = LONDON.replaceAll('@external', '@shareable');
  expect(() => assembled({ [HUB]: { published } })).toThrow(CompositionFailed);
  const isDown = () => assembled({ [HUB]: { published: null, problem: 'It is down.' } });
  expect(isDown).toThrow(/SUBGRAPH_SDL_UNREACHABLE \(london-scp\): It is down\. None is kept of it\./);
});

describe('of the schemas that are published in truth', () => {
  it('a partnership that has one field renamed costs its own alone', () => {
    const published = real('redbridge').replace(/^ {2}procedureAdoptions\b/gm, '  adoptedProcedures');
    expect(assembled({ redbridge: { published } }, real, readContract()).served).toEqual({
      ...whole,
      redbridge: 'NONE',
    });
  });

  it('London is served alone where no partnership has a schema', () => {
    const none = { published: null, problem: 'It is down.' };
    const { supergraph, served } = assembled(
      Object.fromEntries(PARTNERSHIPS.map((name) => [name, none])),
      real,
      readContract(),
    );
    expect(served).toEqual({ ...Object.fromEntries(PARTNERSHIPS.map((name) => [name, 'NONE'])), [HUB]: 'PUBLISHED' });
    expect(supergraph.apiSchema().getQueryType()!.getFields()).toHaveProperty('partnerships');
  });
});
