import { pino } from 'pino';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database';
import { gatewayDatabase, type GatewayDatabase } from '../../testing/gateway-database';
import { toyConfig } from '../../testing/toy-config';
import { ToyIdentity, type ToyToken } from '../../testing/toy-identity';
import { ToySubgraph } from '../../testing/toy-subgraphs';
import { startGateway, type RunningGateway } from '../gateway-server';

const WHY = { 'x-purpose': 'CROSS_BOUNDARY_MOVEMENT', 'x-reason': 'Placed with an aunt in Havering.' };
const SYSTEM: ToyToken = { role: 'partnership-system', partnership: 'lambeth' };
const message = {
  ...{ id: 'm1', movement: 'movement:1', after: null, move: 'NOTIFY', side: 'ORIGIN', authority: 'E09000022' },
  ...{ person: 'p:1', role: 'duty-team', occurredAt: '2026-03-09T10:00:00Z', recordedAt: '2026-03-09T10:00:01Z' },
};

/** A London SCP that has an inbox, and nothing else of the exchange. */
const london = new ToySubgraph({
  name: 'london-scp',
  sdl: `
    type Query { movementInbox(first: Int!): [MovementDelivery!] @requiresScopes(scopes: [["movements:read"]]) }
    type MovementDelivery @requiresScopes(scopes: [["movements:read"]]) {
      id: ID! problem: String message: MovementMessage! refusal: MovementMessageRefusal
    }
    type MovementMessage @requiresScopes(scopes: [["movements:read"]]) {
      id: ID! movement: ID! after: ID move: String! side: String! authority: ID! person: ID! role: String!
      occurredAt: String! recordedAt: String data: String!
    }
    type MovementMessageRefusal @requiresScopes(scopes: [["movements:read"]]) {
      code: String! field: String! message: String!
    }
  `,
  query: { movementInbox: [{ id: '7', problem: null, message: { ...message, data: '{"isEmergency":false}' } }] },
});

let identity: ToyIdentity;
let testDatabase: TestDatabase;
let database: GatewayDatabase;
let gateway: RunningGateway;

beforeAll(async () => {
  identity = await ToyIdentity.create();
  testDatabase = await createTestDatabase();
  database = await gatewayDatabase(testDatabase.url);
  await london.start();
  gateway = await start();
});
beforeEach(() => (london.reply = undefined));
afterAll(async () => {
  await gateway?.stop();
  await london.kill();
  await database?.end(() => testDatabase.drop());
  await identity?.remove();
});

const start = (env: Record<string, string> = {}) =>
  startGateway(toyConfig([london], { ...identity.env, DATABASE_URL: database.url, ...env }), pino({ level: 'silent' }));

async function get(path: string, headers: Record<string, string>, { url } = gateway) {
  const response = await fetch(`${url}/movements${path}`, { headers });
  const text = await response.text();
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- read by its shape, as a client does
  const body = (text === '' ? null : JSON.parse(text)) as any;
  return { status: response.status, headers: response.headers, body };
}

describe('plain HTTP at the gateway', () => {
  it('answers as the graph does, and whoever has the answer already with nothing', async () => {
    const headers = { ...(await identity.as(SYSTEM)), ...WHY };
    const answered = await get('/inbox', headers);
    expect(answered).toMatchObject({
      status: 200,
      body: {
        items: [{ id: '7', problem: null, refusal: null, message: { ...message, data: { isEmergency: false } } }],
      },
    });
    expect(answered.headers.get('cache-control')).toBe('no-store');
    const etag = answered.headers.get('etag')!;
    expect(await get('/inbox', { ...headers, 'if-none-match': `"other", ${etag}` })).toMatchObject({
      ...{ status: 304, body: null },
    });
  });

  it.each([
    ['without a token', '/inbox', {}, null, 401, 'UNAUTHORIZED_FIELD_OR_TYPE'],
    ['with a token that is none', '/inbox', { authorization: 'Bearer x' }, null, 401, 'UNAUTHENTICATED'],
    ['in a role without the scope', '/inbox', {}, { role: 'analyst' }, 403, 'UNAUTHORIZED_FIELD_OR_TYPE'],
    ['without a purpose', '/inbox', { 'x-purpose': '' }, SYSTEM, 400, 'PURPOSE_REQUIRED'],
    ['without a reason', '/inbox', { 'x-reason': '' }, SYSTEM, 400, 'REASON_REQUIRED'],
    ['of a number that is none', '/inbox?first=x', {}, SYSTEM, 400, 'NOT_VALID'],
    ['of what is not there', '/inbox?fist=1', {}, SYSTEM, 400, 'UNKNOWN_FIELD'],
    ['of what the graph does not have', '/undelivered', {}, SYSTEM, 404, 'NOT_FOUND'],
  ] as const)('refuses a question %s', async (_, path, headers, who, status, code) => {
    const before = london.received.length;
    const answer = await get(path, { ...(who && (await identity.as(who as ToyToken))), ...WHY, ...headers });
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(answer.body).toMatchObject({
      type: 'about:blank',
      status,
      title: expect.any(String),
      detail: expect.any(String),
    });
    expect(london.received).toHaveLength(before);
  });

  it('says that it cannot answer now where London does not', async () => {
    london.reply = { status: 503, body: 'inside' };
    const { status, body } = await get('/inbox', { ...(await identity.as(SYSTEM)), ...WHY });
    expect([status, body.code, JSON.stringify(body)]).toEqual([
      503,
      'SUBGRAPH_UNAVAILABLE',
      expect.not.stringContaining('inside'),
    ]);
  });

  it('has the limits of the graph, counted together with it', async () => {
    const limited = await start({ RATE_LIMIT_PER_MINUTE: '3' });
    try {
      const headers = { ...(await identity.as(SYSTEM)), ...WHY };
      await fetch(`${limited.url}/graphql`, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify({ query: '{ __typename }' }),
      });
      for (let asked = 0; asked < 2; asked += 1) expect((await get('/inbox', headers, limited)).status).toBe(200);
      const refused = await get('/inbox', headers, limited);
      expect([refused.status, refused.body.code]).toEqual([429, 'RATE_LIMITED']);
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    } finally {
      await limited.stop();
    }
  });
});
