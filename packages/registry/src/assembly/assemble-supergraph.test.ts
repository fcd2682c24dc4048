import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CompositionFailed } from '../composition-failed';
import { assembleSupergraph } from './assemble-supergraph';
import type { SubgraphCandidate } from './subgraph-candidate';

const HUB = 'london-scp';
const PARTNERSHIPS = ['havering', 'lambeth', 'redbridge', 'tri-borough'];

/** What each publishes, as it stands in the reference. */
const publishedBy = (name: string) =>
  readFileSync(join(__dirname, '../../../../docs/reference/schema', `${name}.graphql`), 'utf8');

const good = (name: string): SubgraphCandidate => {
  const published = publishedBy(name);
  return { name, url: `http://127.0.0.1:4001/${name}`, published, problem: null, lastGood: null };
};

/** All, with some of them otherwise. */
const london = (others: Record<string, Partial<SubgraphCandidate>> = {}) =>
  [HUB, ...PARTNERSHIPS].map((name) => ({ ...good(name), ...others[name] }));

const assembled = (others?: Record<string, Partial<SubgraphCandidate>>) => {
  const { supergraph, subgraphs } = assembleSupergraph(london(others), HUB);
  return {
    supergraph,
    served: Object.fromEntries(subgraphs.map(({ name, servedUnder }) => [name, servedUnder])),
    subgraphs,
  };
};

const whole = {
  [HUB]: 'PUBLISHED',
  havering: 'PUBLISHED',
  lambeth: 'PUBLISHED',
  redbridge: 'PUBLISHED',
  'tri-borough': 'PUBLISHED',
};

/** Ways in which a partnership's schema goes wrong, each from a good one. */
const mistakes: [what: string, mistake: (sdl: string) => string][] = [
  ['does not parse', (sdl) => sdl.slice(0, sdl.length / 2)],
  ['has a field of an interface renamed', (sdl) => sdl.replace(/^ {2}procedureAdoptions\b/gm, '  adoptedProcedures')],
  [
    'has a value of another type',
    (sdl) => sdl.replace(/^ {2}quarter: .*/m, '  quarter: Int').replace(/^ {2}id: ID!/m, '  id: Int!'),
  ],
  ['adds a root field', (sdl) => `${sdl}\nextend type Query { mine: String @tag(name: "public") }`],
  [
    'decides of a field nobody may see it',
    (sdl) => sdl.replace(/ @requiresScopes\(scopes: \[\["networks:read"\]\]\)/g, ''),
  ],
  [
    'takes a type of another partnership',
    (sdl) => `${sdl}\ntype LambethPartnership @key(fields: "id") { id: ID! name: String! @shareable }`,
  ],
];

it('serves each subgraph under what it publishes', () => {
  expect(assembled().served).toEqual(whole);
});

it.each(mistakes)(
  'serves a partnership under its last good schema whose own %s, and costs the others nothing',
  (_, mistake) => {
    const published = mistake(publishedBy('redbridge'));
    expect(published).not.toBe(publishedBy('redbridge'));
    const { served, subgraphs } = assembled({ redbridge: { published, lastGood: publishedBy('redbridge') } });
    expect(served).toEqual({ ...whole, redbridge: 'LAST_GOOD' });
    expect(subgraphs.find(({ name }) => name === 'redbridge')!.problem).toMatch(/^[A-Z_]+: ./);
  },
);

it('serves a partnership under none where it never had a good schema, and costs the others nothing', () => {
  const [, mistake] = mistakes[1]!;
  const { supergraph, served } = assembled({ redbridge: { published: mistake(publishedBy('redbridge')) } });
  expect(served).toEqual({ ...whole, redbridge: 'NONE' });
  expect(supergraph.apiSchema().getType('RedbridgePartnership')).toHaveProperty('_fields.termsOfReference');
});

it('serves a partnership without a schema under none, with its problem', () => {
  const problem = 'The subgraph lambeth did not give its schema: connect ECONNREFUSED.';
  const { served, subgraphs } = assembled({ lambeth: { published: null, problem } });
  expect(served).toEqual({ ...whole, lambeth: 'NONE' });
  expect(subgraphs.find(({ name }) => name === 'lambeth')).toEqual({
    name: 'lambeth',
    servedUnder: 'NONE',
    sdl: null,
    problem,
  });
});

it('serves London alone where no partnership has a schema', () => {
  const none = { published: null, problem: 'It is down.' };
  const { supergraph, served } = assembled(Object.fromEntries(PARTNERSHIPS.map((name) => [name, none])));
  expect(served).toEqual({ ...Object.fromEntries(PARTNERSHIPS.map((name) => [name, 'NONE'])), [HUB]: 'PUBLISHED' });
  expect(supergraph.apiSchema().getQueryType()!.getFields()).toHaveProperty('partnerships');
});

it('finds two at fault among others who are not', () => {
  const [[, first], [, second]] = [mistakes[1]!, mistakes[3]!];
  const { served } = assembled({
    havering: { published: first(publishedBy('havering')), lastGood: publishedBy('havering') },
    lambeth: { lastGood: `${publishedBy('lambeth')}\n# earlier` },
    // Good no longer either.
    'tri-borough': { published: second(publishedBy('tri-borough')), lastGood: first(publishedBy('tri-borough')) },
  });
  expect(served).toEqual({ ...whole, havering: 'LAST_GOOD', 'tri-borough': 'NONE' });
});

it('serves the hub under its last good schema where what it publishes composes with nobody', () => {
  const published = publishedBy(HUB).replace(/@external/g, '');
  expect(assembled({ [HUB]: { published, lastGood: publishedBy(HUB) } }).served).toEqual({
    ...whole,
    [HUB]: 'LAST_GOOD',
  });
});

it('refuses a hub that has none, as it is published', () => {
  const published = publishedBy(HUB).replace(/@external/g, '');
  expect(() => assembled({ [HUB]: { published } })).toThrow(CompositionFailed);
  expect(() => assembled({ [HUB]: { published: null, problem: 'It is down.' } })).toThrow(/SUBGRAPH_SDL_UNREACHABLE/);
});
