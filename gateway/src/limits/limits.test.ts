import { CallerAllowance, PLAN_WEIGHT } from '@hub/limits';
import { getIntrospectionQuery } from 'graphql';
import { LRUCache } from 'lru-cache';
import { pino } from 'pino';
import { startGateway, type RunningGateway } from '../gateway-server';
import { ask } from '../../testing/ask';
import { toyConfig } from '../../testing/toy-config';
import { ToyIdentity } from '../../testing/toy-identity';
import { ToySubgraph } from '../../testing/toy-subgraphs';

const log = pino({ level: 'silent' });
const toy = new ToySubgraph({
  name: 'london-scp',
  sdl: `
    type Query @tag(name: "public") {
      authorities: [Authority!]! @listSize(assumedSize: 33)
      meetings(first: Int): Meetings @listSize(slicingArguments: ["first"], sizedFields: ["edges"])
      timeliness: Int @cost(weight: 500)
      some(ids: [ID!]): Int
      kept: Int @requiresScopes(scopes: [["budget:read"]])
    }
    type Authority @tag(name: "public") { name: String neighbours: [Authority!]! @listSize(assumedSize: 6) }
    type Meetings @tag(name: "public") { edges: [Authority!]! }
  `,
  query: { authorities: [{ name: 'Lambeth', neighbours: [] }], meetings: { edges: [] }, timeliness: 1, some: 1 },
});
let identity: ToyIdentity;
let gateway: RunningGateway;

const start = (env: Record<string, string> = {}) => startGateway(toyConfig([toy], { ...identity.env, ...env }), log);
const times = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => text(index)).join(' ');

beforeAll(async () => {
  identity = await ToyIdentity.create();
  await toy.start();
  gateway = await start({ RATE_LIMIT_PER_MINUTE: '100000', COST_LIMIT_PER_MINUTE: '100000000' });
});
beforeEach(() => void (toy.received.length = 0));
afterEach(() => jest.restoreAllMocks());
afterAll(async () => {
  await gateway?.stop();
  await toy.kill();
  await identity.remove();
});

describe('a question that costs too much is refused, and nothing of it is fetched', () => {
  const aliases = (count: number, field: string) => `{ ${times(count, (i) => `a${i}: ${field}`)} }`;
  const schema = '__schema { types { name fields { name } } }';

  it.each([
    ['a hundred aliases of the schema', aliases(100, schema), 'OPERATION_REPETITIVE'],
    ['two thousand aliases of the schema', aliases(2000, schema), 'DOCUMENT_TOO_LARGE'],
    [
      'aliases inside the schema',
      `{ __schema { ${times(100, (i) => `a${i}: types { name }`)} } }`,
      'OPERATION_REPETITIVE',
    ],
    [
      'aliases of the schema by fragments',
      `{ __schema { ...A } } fragment A on __Schema { ${times(10, (i) => `a${i}: types { ...B }`)} }
       fragment B on __Type { ${times(10, (i) => `b${i}: fields { name args { name } }`)} }`,
      'OPERATION_TOO_DEAR',
    ],
    [
      'neighbours of neighbours',
      aliases(150, 'authorities { name neighbours { name neighbours { name } } }'),
      'OPERATION_TOO_LARGE',
    ],
    [
      'some neighbours of neighbours',
      aliases(10, 'authorities { name neighbours { name neighbours { name } } }'),
      'OPERATION_TOO_DEAR',
    ],
    ['heavy statements', aliases(480, 'timeliness'), 'OPERATION_TOO_DEAR'],
    ['long pages', '{ meetings(first: 10000) { edges { name } } }', 'OPERATION_TOO_DEAR'],
    ['many operations', times(200, (i) => `query Q${i} { timeliness }`), 'DOCUMENT_TOO_LARGE'],
    ['the same field three thousand times', `{ ${times(3000, () => 'timeliness')} }`, 'DOCUMENT_TOO_LARGE'],
    [
      'fields that are equal inside fields that are equal',
      `{ ${times(30, () => `authorities { ${times(80, () => 'name')} }`)} }`,
      'DOCUMENT_TOO_LARGE',
    ],
    [
      'a thousand fragments',
      `{ ...F0 } ${times(1000, (i) => `fragment F${i} on Query { timeliness }`)}`,
      'DOCUMENT_TOO_LARGE',
    ],
    ['brackets without end', `{ some(ids: ${'['.repeat(100_000)}`, 'DOCUMENT_TOO_LARGE'],
    ['braces without end', '{ a'.repeat(100_000), 'DOCUMENT_TOO_LARGE'],
  ])('%s', async (_, query, code) => {
    const { status, data, errors } = await ask(gateway.url, query);
    expect([status, data, errors?.map(({ extensions }) => extensions['code'])]).toEqual([400, undefined, [code]]);
    expect(toy.received).toEqual([]);
  });

  it('long lists and deep objects in variables', async () => {
    const query = 'query ($ids: [ID!]) { some(ids: $ids) }';
    const long = await ask(gateway.url, query, { variables: { ids: Array(20_000).fill('x') } });
    const deep = await fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: `{"query":"{ timeliness }","variables":{"x":${'['.repeat(400_000)}${']'.repeat(400_000)}}}`,
    });
    expect(long.errors?.[0]?.extensions['code']).toBe('OPERATION_TOO_DEAR');
    expect(await deep.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
    expect(toy.received).toEqual([]);
    expect((await ask(gateway.url, query, { variables: { ids: ['a', 'b'] } })).data).toEqual({ some: 1 });
  });

  it('mistakes are told ten times at most', async () => {
    const { errors } = await ask(gateway.url, `{ ${times(500, (i) => `nothing${i}`)} }`);
    expect(errors).toHaveLength(11);
  });
});

it('the standard introspection query passes, and is worked out once for all who may see the same', async () => {
  const kept = jest.spyOn(LRUCache.prototype, 'set');
  const asked = [await ask(gateway.url, getIntrospectionQuery()), await ask(gateway.url, getIntrospectionQuery())];
  expect(asked[0]!.data.__schema.types.length).toBeGreaterThan(5);
  expect(asked[1]!.text).toBe(asked[0]!.text);
  expect(kept.mock.calls.filter(([, value]) => isSchema(value))).toHaveLength(1);
});

const isSchema = (value: unknown) =>
  (value as { data?: { __schema?: unknown } } | undefined)?.data?.__schema !== undefined;

describe('the points of a caller', () => {
  /** What each request took: for its text, and for what it asks. */
  async function takenBy(work: () => Promise<unknown>): Promise<number[]> {
    const taken = (['take', 'charge'] as const).map((name) => jest.spyOn(CallerAllowance.prototype, name));
    await work();
    return taken.flatMap(({ mock }) => mock.calls.map(([, amount]) => amount));
  }

  it('are taken for the lists, for the text, and for the plan where there is none yet', async () => {
    const query = '{ authorities { name } once: timeliness }';
    const first = await takenBy(() => ask(gateway.url, query));
    jest.restoreAllMocks();
    const second = await takenBy(() => ask(gateway.url, query));
    const lists = 33 * 2 + 501 + 1;
    expect(first).toEqual([5, lists, 3 * PLAN_WEIGHT]);
    expect(second).toEqual([5, lists]);
  });

  it('are taken for whatever is planned and compiled, once: for callers who may see more of it, and for each position of its switches', async () => {
    const query = 'query ($a: Boolean!, $b: Boolean!) { timeliness a: kept @include(if: $a) b: kept @include(if: $b) }';
    const charge = jest.spyOn(CallerAllowance.prototype, 'charge');
    const askAll = async (options: object) => {
      for (const [a, b] of [
        [true, true],
        [true, false],
        [false, true],
        [true, true],
      ] as const) {
        await ask(gateway.url, query, { ...options, variables: { a, b } });
      }
    };
    await askAll({});
    const charged = () => charge.mock.calls.map(([, amount]) => amount);
    expect(charged()).toEqual(Array(3).fill(3 * PLAN_WEIGHT));
    await askAll({ headers: await identity.as() });
    expect(charged()).toEqual(Array(6).fill(3 * PLAN_WEIGHT));
  });

  it('run out for an address, and not for a person there', async () => {
    const poor = await start({ COST_LIMIT_PER_MINUTE: '1200' });
    const query = '{ timeliness }';
    const statuses = [];
    for (let index = 0; index < 3; index++) statuses.push((await ask(poor.url, query)).status);
    const asPerson = await ask(poor.url, query, { headers: await identity.as() });
    await poor.stop();
    expect(statuses).toEqual([200, 429, 429]);
    expect(asPerson.status).toBe(200);
    expect(toy.received).toHaveLength(2);
  });

  it('are said in the refusal: what it costs, how much there is, and when to ask again', async () => {
    const poor = await start({ COST_LIMIT_PER_MINUTE: '1200' });
    await ask(poor.url, '{ timeliness }');
    const { headers, errors } = await ask(poor.url, '{ timeliness }');
    await poor.stop();
    expect(errors).toEqual([
      {
        message: expect.stringMatching(
          /^To read the document costs 2 points, and none is left of your 600 a minute\. Ask again in \d+ s\.$/,
        ),
        extensions: { code: 'COST_LIMITED', requestId: expect.any(String) },
      },
    ]);
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
  });

  it('are enough for the whole of a question that could be begun, however long its text', async () => {
    const poor = await start({ COST_LIMIT_PER_MINUTE: '60' });
    const long = `{ timeliness } # ${'x'.repeat(250)}`;
    const [first, second] = [await ask(poor.url, long), await ask(poor.url, long)];
    await poor.stop();
    expect(first.data).toEqual({ timeliness: expect.any(Number) });
    expect([second.status, second.errors?.[0]?.extensions['code']]).toEqual([429, 'COST_LIMITED']);
    expect(toy.received).toHaveLength(1);
  });

  it('are taken for what is refused too', async () => {
    const poor = await start({ COST_LIMIT_PER_MINUTE: '1200' });
    const wrong = `{ ${times(500, (i) => `nothing${i}`)} }`;
    const codes = [];
    for (let index = 0; index < 2; index++) codes.push((await ask(poor.url, wrong)).errors?.[0]?.extensions['code']);
    await poor.stop();
    expect(codes).toEqual(['GRAPHQL_VALIDATION_FAILED', 'COST_LIMITED']);
  });
});
