import { composeSupergraph } from '@hub/registry';
import { pino } from 'pino';
import { toyBorough, toyLondon } from '../../testing/toy-london';
import { Planner } from './planner';

const log = pino({ level: 'silent' });
const QUESTION = { document: '{ partnerships { name priorities } }', operationName: undefined };
const planners: Planner[] = [];

afterEach(() => Promise.all(planners.splice(0).map((planner) => planner.close())));

function planner(supergraphSdl: string, options: { planMs?: number; heapMiB?: number } = {}): Planner {
  const made = new Planner(supergraphSdl, { planMs: 600_000, ...options, log });
  planners.push(made);
  return made;
}

const composed = (subgraphs: readonly { name: string; sdl: string }[]) =>
  composeSupergraph(subgraphs.map(({ name, sdl }) => ({ name, sdl, url: `http://${name}` }))).supergraphSdl;

const toys = composed([toyLondon(), toyBorough('Lambeth'), toyBorough('Havering')]);

/** Each of these types has its field in two subgraphs, so that the planner weighs two ways for each, and all of them together. */
const TYPES = Array.from({ length: 24 }, (_, index) => `Thing${index}`);
const LINK = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@shareable"])';
const homes = ['one', 'other'].map((name) => ({
  name,
  sdl:
    `${LINK} interface Thing { id: ID!  value: String }` +
    TYPES.map((type) => `type ${type} implements Thing @key(fields: "id") { id: ID!  value: String @shareable }`).join(
      ' ',
    ),
}));
const manyWays = composed([
  {
    name: 'london-scp',
    sdl: `${LINK} interface Thing { id: ID! }  type Query { things: [Thing] }
      ${TYPES.map((type) => `type ${type} implements Thing @key(fields: "id") { id: ID! }`).join(' ')}`,
  },
  ...homes,
]);
const DEAR = {
  document: '{ things { value } }',
  operationName: undefined,
};
const CHEAP = { document: '{ things { id } }', operationName: undefined };

/** What a promise comes to: the code and message of an error. */
const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    ({ message, extensions }: { message: string; extensions?: object }) => ({ message, extensions }),
  );

it('plans while the event loop turns', async () => {
  const plan = planner(manyWays, { planMs: 500 }).plan(DEAR);
  let turns = 0;
  let isOver = false;
  const over = plan.catch(() => (isOver = true));
  // Were it planned here, nothing would be counted before it is over.
  while (!isOver) {
    turns++;
    await new Promise(setImmediate);
  }
  await over;
  expect(turns).toBeGreaterThan(100);
});

it('gives the plan of an operation, and the same again without planning it', async () => {
  const made = planner(toys);
  const plan = await made.plan(QUESTION);
  expect(plan).toMatchObject({
    kind: 'QueryPlan',
    node: { kind: 'Sequence', nodes: [{ serviceName: 'london-scp' }, {}] },
  });
  await made.close();
  expect(await made.plan(QUESTION)).toEqual(plan);
  await expect(made.plan({ ...QUESTION, document: '{ partnerships { id } }' })).rejects.toThrow('closed');
});

it('refuses what takes too long, and plans for others before and after', async () => {
  const made = planner(manyWays, { planMs: 2000 });
  const [before, dear, after] = [
    made.plan(CHEAP),
    refusal(made.plan(DEAR)),
    made.plan({ ...CHEAP, document: '{ things { __typename } }' }),
  ];
  expect(await before).toMatchObject({ node: { serviceName: 'london-scp' } });
  expect(await dear).toEqual({
    message: 'The operation could not be planned: that took more than 2 s.',
    extensions: expect.objectContaining({ code: 'OPERATION_NOT_PLANNED' }),
  });
  expect(await after).toMatchObject({ node: { serviceName: 'london-scp' } });
});

it('says what the planner says against an operation', async () => {
  expect(await refusal(planner(toys).plan({ document: '{ nothing }', operationName: undefined }))).toMatchObject({
    message: expect.stringContaining('nothing'),
  });
});

it('says at its start that a supergraph cannot be planned on', async () => {
  await expect(planner('type Query { nothing: String }').start()).rejects.toThrow();
});
