import { PARTNERSHIPS, partnership, TOY_CONTRACT, toySchema } from '../../testing/toy-london';
import { checkPublication } from './check-publication';
import { nearestSubgraphs } from './nearest-subgraphs';
import { HUB_SUBGRAPH } from './type-names';

const all = [HUB_SUBGRAPH, ...PARTNERSHIPS].map((name) => ({
  ...{ name, url: `http://${name}/graphql`, sdl: toySchema(name) },
}));
const hub = { subgraphs: all, contract: TOY_CONTRACT, operations: [] };
const names = (publisher: string, of = all) => nearestSubgraphs(publisher, of).map(({ name }) => name);

it('beside a publisher stand the hub, which knows of no others, and one partnership that has a schema', () => {
  expect(names('lambeth')).toEqual([HUB_SUBGRAPH, 'havering', 'lambeth']);
  expect(names('havering')).toEqual([HUB_SUBGRAPH, 'havering', 'lambeth']);
  const silent = all.map((one) => (one.name === 'havering' ? { ...one, sdl: null } : one)) as typeof all;
  expect(names('redbridge', silent)).toEqual([HUB_SUBGRAPH, 'lambeth', 'redbridge']);
  const [london] = nearestSubgraphs('lambeth', all);
  expect(london!.sdl).toContain('type LambethPartnership');
  expect(london!.sdl).toContain('type HaveringBudgetYear');
  expect(london!.sdl).not.toMatch(/type (Redbridge|TriBorough)/);
});

it.each(PARTNERSHIPS)('what %s publishes is good beside the nearest, as beside all', async (name) => {
  const publication = { name, sdl: partnership(name) };
  expect((await checkPublication(publication, hub, { beside: 'NEAREST' })).findings).toEqual([]);
  expect((await checkPublication(publication, hub)).findings).toEqual([]);
});

it('a type of a partnership that is left out may still not be taken', async () => {
  const sdl = `${partnership('lambeth')}\ntype TriBoroughPartnership @key(fields: "id") { id: ID! @tag(name: "public") }`;
  const [near, beside] = [
    await checkPublication({ name: 'lambeth', sdl }, hub, { beside: 'NEAREST' }),
    await checkPublication({ name: 'lambeth', sdl }, hub),
  ];
  expect(near.findings.filter(({ severity }) => severity === 'ERROR').length).toBeGreaterThan(0);
  expect(near.findings).toEqual(beside.findings);
});
