import { pino } from 'pino';
import { explain as explainAt } from '../../testing/explain';
import { toyConfig } from '../../testing/toy-config';
import { ToyIdentity, type ToyToken } from '../../testing/toy-identity';
import { toyBorough, toyLondon } from '../../testing/toy-london';
import type { ToySubgraph } from '../../testing/toy-subgraphs';
import { startGateway, type RunningGateway } from '../gateway-server';

let mockIsStock = false;

jest.mock('../execution/compile-operation', () => {
  const actual = jest.requireActual<typeof import('../execution/compile-operation')>('../execution/compile-operation');
  const { Unsupported } = jest.requireActual<typeof import('../execution/unsupported')>('../execution/unsupported');
  const compileOperation = (options: Parameters<typeof actual.compileOperation>[0]) => {
    if (mockIsStock) throw new Unsupported('a test');
    return actual.compileOperation(options);
  };
  return { ...actual, compileOperation };
});

const log = pino({ level: 'silent' });
const QUERY = '{ partnerships { name priorities first: bodies(first: 1) { name } } networks { chair { priorities } } }';

let identity: ToyIdentity;
let lambeth: ToySubgraph;
let toys: ToySubgraph[];
let gateway: RunningGateway;

beforeAll(async () => {
  identity = await ToyIdentity.create();
  lambeth = toyBorough('Lambeth');
  toys = [toyLondon(), lambeth, toyBorough('Havering')];
  await Promise.all(toys.map((toy) => toy.start()));
  gateway = await startGateway(toyConfig(toys, identity.env), log);
});
beforeEach(() => {
  for (const toy of toys) toy.received.length = 0;
});
afterAll(async () => {
  await gateway?.stop();
  await Promise.all(toys.map((toy) => toy.kill()));
  await identity?.remove();
});

const explain = async (query: string, { run = false, as = {} }: { run?: boolean; as?: ToyToken | null } = {}) =>
  explainAt(gateway.url, query, { run, headers: as ? await identity.as(as) : {} });

const received = () => toys.flatMap((toy) => toy.received.map(() => toy.name));

describe('an operation is explained', () => {
  it('as the requests of each stage, with what is merged into them and what they need', async () => {
    const { status, told } = await explain(QUERY);
    expect(status).toBe(200);
    expect(told).toMatchObject({ executor: 'compiled', errors: [] });
    const [first, second, ...rest] = told.stages;
    expect(rest).toEqual([]);
    expect(first).toMatchObject([{ subgraph: 'london-scp', fetches: [{ path: '', needs: [] }] }]);
    const asked = second.find(({ subgraph }: { subgraph: string }) => subgraph === 'lambeth');
    expect(asked.fetches).toMatchObject([
      { path: 'partnerships.@', needs: ['LambethPartnership.id'] },
      { path: 'networks.@.chair', needs: ['LambethPartnership.id'] },
    ]);
    expect(asked.fetches[1].operation).toContain('_entities(representations:$representations)');
  });

  it('without being run', async () => {
    const { told } = await explain(QUERY);
    expect(told.run).toBeUndefined();
    expect(received()).toEqual([]);
  });

  it('with what it costs', async () => {
    const { told } = await explain(QUERY);
    const { told: less } = await explain('{ partnerships { name } }');
    for (const part of ['document', 'operation', 'plan']) expect(told.cost[part]).toBeGreaterThan(less.cost[part]);
    expect(less.cost.document).toBeGreaterThan(0);
  });

  it.each(['{ __typename }', '{ __schema { queryType { name } } }'])(
    'where no subgraph is asked: %s',
    async (query) => {
      for (const run of [false, true]) {
        const { told } = await explain(query, { run });
        expect(told).toMatchObject({ executor: 'none', errors: [] });
        expect(told.data).toBeUndefined();
      }
    },
  );
});

describe('an operation that is run to be explained', () => {
  afterEach(() => (mockIsStock = false));

  it.each(['compiled', 'stock'])('is told by times and counts, and by no value: %s', async (executor) => {
    mockIsStock = executor === 'stock';
    const { told, text } = await explain(`${QUERY} # ${executor}`, { run: true });
    expect(told.executor).toBe(executor);
    expect(received().sort()).toEqual(['havering', 'lambeth', 'london-scp']);
    expect(told.run.requests).toEqual([
      {
        subgraph: 'london-scp',
        startMs: expect.any(Number),
        ms: expect.any(Number),
        entities: null,
        outcome: 'ANSWERED',
      },
      expect.objectContaining({
        entities: expect.objectContaining({ asked: expect.any(Number) }),
        outcome: 'ANSWERED',
      }),
      expect.objectContaining({ outcome: 'ANSWERED' }),
    ]);
    const asked = told.run.requests.find(({ subgraph }: { subgraph: string }) => subgraph === 'lambeth');
    expect(asked.entities).toEqual({ asked: 2, found: 2 });
    expect(told.run.ms).toBeGreaterThanOrEqual(asked.ms);
    for (const value of ['Lambeth neglect', 'Executive', 'Chairs']) expect(text).not.toContain(value);
  });

  it.each(['compiled', 'stock'])('tells which subgraph did not answer: %s', async (executor) => {
    mockIsStock = executor === 'stock';
    lambeth.reply = { status: 500, body: 'broken' };
    const { told } = await explain(`${QUERY} # ${executor}, without Lambeth`, { run: true });
    lambeth.reply = undefined;
    expect(told.run.requests).toContainEqual(
      expect.objectContaining({ subgraph: 'lambeth', outcome: 'SUBGRAPH_UNAVAILABLE' }),
    );
    expect(told.errors).toMatchObject([{ extensions: { code: 'SUBGRAPH_UNAVAILABLE', subgraph: 'lambeth' } }]);
  });
});

describe('an explanation is refused', () => {
  it.each<[string, ToyToken | null]>([
    ['without a token', null],
    ['to who may not read the schema', { role: 'dashboard-client' }],
    ['to who may read of single children', { role: 'duty-team', partnership: 'lambeth' }],
  ])('%s', async (_, as) => {
    const { status, told } = await explain(QUERY, { as });
    expect([status, told.errors[0].extensions.code]).toEqual([403, 'EXPLAIN_NOT_ALLOWED']);
  });

  it('with a bad token', async () => {
    expect((await explain(QUERY, { as: { audience: 'another' } })).status).toBe(401);
  });

  it('where the operation would be', async () => {
    for (const query of ['{ nothing }', '{', `{ ${'partnerships { '.repeat(40)} id ${'} '.repeat(40)} }`]) {
      const { status, told } = await explain(query);
      expect(status).toBe(400);
      expect(told.errors[0].extensions.code).toEqual(expect.any(String));
      expect(told.executor).toBeUndefined();
    }
  });
});
