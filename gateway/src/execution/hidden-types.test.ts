import { PlannedWorld } from '../../testing/planned-world';
import { ToySubgraph } from '../../testing/toy-subgraphs';

const record = (name: string) =>
  `type ${name}Record implements Record @key(fields: "id") { id: ID! kept: String @external }`;

/** London refers to a record of two partnerships, of which one keeps records. */
const london = new ToySubgraph({
  name: 'london-scp',
  sdl: `type Query { records: [Record] first: Record } interface Record { id: ID! kept: String }
    ${record('Havering')} ${record('Newham')}`,
  query: {
    records: ['Havering', 'Newham'].map((name) => ({ __typename: `${name}Record`, id: name })),
    first: { __typename: 'NewhamRecord', id: 'Newham' },
  },
});
const havering = new ToySubgraph({
  name: 'havering',
  sdl: `interface Record { id: ID! kept: String } type HaveringRecord implements Record @key(fields: "id") { id: ID! kept: String }`,
  entity: () => ({ kept: 'since June' }),
});
const world = new PlannedWorld([london, havering]);

it('answers null, and no error, for a reference to what a partnership does not have', async () => {
  const { data, errors } = await world.ask({ query: '{ records { id kept } first { id } }' });
  expect(data).toEqual({ records: [{ id: 'Havering', kept: 'since June' }, null], first: null });
  expect(errors).toEqual([]);
});

it('tells of a type that nobody has', async () => {
  const exchange = async () => JSON.stringify({ data: { r0: null, first: { __typename: 'NobodysRecord', id: 'x' } } });
  const { errors } = await world.ask({ query: '{ first { id } }', exchange });
  expect(errors).toMatchObject([{ path: ['first'], extensions: { code: 'ANSWER_MISFIT' } }]);
});
