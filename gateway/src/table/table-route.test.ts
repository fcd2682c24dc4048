import { AuditLog } from '@hub/audit';
import { readXlsx } from 'hucre/xlsx';
import { pino } from 'pino';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database';
import { gatewayDatabase, type GatewayDatabase } from '../../testing/gateway-database';
import { operationsFolder } from '../../testing/operations-folder';
import { toyConfig } from '../../testing/toy-config';
import { ToyIdentity } from '../../testing/toy-identity';
import { ToySubgraph } from '../../testing/toy-subgraphs';
import { startGateway, type RunningGateway } from '../gateway-server';

/** Flows that there are, and how many a page may have. */
const ALL = 50_000;
const PAGE = 1000;

const pageOf =
  <Node>(all: number, node: (index: number) => Node) =>
  ({ first, after }: { first: number; after?: string }) => {
    const from = after === undefined ? 0 : Number(after) + 1;
    const indices = Array.from({ length: Math.max(0, Math.min(first, all - from)) }, (_, index) => from + index);
    const last = indices.at(-1);
    return {
      edges: indices.map((index) => ({ node: node(index), cursor: String(index) })),
      pageInfo: {
        hasNextPage: last !== undefined && last < all - 1,
        endCursor: last === undefined ? null : String(last),
      },
    };
  };

const london = new ToySubgraph({
  name: 'london-scp',
  sdl: `
    type Query @tag(name: "public") {
      flows(first: Int!, after: String): FlowConnection @listSize(slicingArguments: ["first"], sizedFields: ["edges"])
      quarters: [String!]!
      budget: Budget
      movements(first: Int!, after: String): MovementConnection @listSize(slicingArguments: ["first"], sizedFields: ["edges"])
    }
    type Budget @requiresScopes(scopes: [["budget:read"]]) { spentPence: Pence }
    scalar Pence
    type FlowConnection @tag(name: "public") { edges: [FlowEdge!]! pageInfo: PageInfo! }
    type FlowEdge @tag(name: "public") { node: Flow! cursor: String! }
    type Flow @tag(name: "public") { from: String! value: Int isSynthetic: Boolean! }
    type MovementConnection @requiresScopes(scopes: [["movements:read"]]) { edges: [MovementEdge!]! pageInfo: PageInfo! }
    type MovementEdge @requiresScopes(scopes: [["movements:read"]]) { node: Movement! cursor: String! }
    type Movement @requiresScopes(scopes: [["movements:read"]]) { title: String! }
    type PageInfo @shareable @tag(name: "public") { hasNextPage: Boolean! endCursor: String }`,
  query: {
    flows: pageOf(ALL, (index) => ({ from: index === 0 ? '=1+1' : `E${index}`, value: index, isSynthetic: true })),
    quarters: ['2026-Q1'],
    budget: { spentPence: 1250 },
    movements: pageOf(3, (index) => ({ title: `Movement ${index}` })),
  },
});

const PAGED = (name: string, fields: string, first: number) =>
  `query ${name[0]!.toUpperCase()}${name.slice(1)}($after: String) {
     ${name}(first: ${first}, after: $after) { edges { node { ${fields} } } pageInfo { hasNextPage endCursor } } quarters }`;
const WHY = { 'x-purpose': 'CROSS_BOUNDARY_MOVEMENT', 'x-reason': 'Placed with an aunt in Havering.' };

let identity: ToyIdentity;
let testDatabase: TestDatabase;
let database: GatewayDatabase;
let folder: Awaited<ReturnType<typeof operationsFolder>>;
let gateway: RunningGateway;

beforeAll(async () => {
  identity = await ToyIdentity.create();
  testDatabase = await createTestDatabase();
  database = await gatewayDatabase(testDatabase.url);
  folder = await operationsFolder({
    '01-flows': PAGED('flows', 'from value isSynthetic', PAGE),
    '02-budget': 'query Budget { budget { spentPence } }',
    '03-movements': PAGED('movements', 'title', 2),
  });
  await london.start();
  const config = toyConfig([london], { ...identity.env, DATABASE_URL: database.url });
  gateway = await startGateway(config, pino({ level: 'silent' }), folder.path);
});
beforeEach(() => {
  london.reply = undefined;
  london.received.length = 0;
});
afterAll(async () => {
  await gateway?.stop();
  await london.kill();
  await folder?.remove();
  await database?.end(() => testDatabase.drop());
  await identity?.remove();
});

const asked = (file: string, headers: Record<string, string> = {}, init: RequestInit = {}) =>
  fetch(`${gateway.url}/operations/${file}`, { headers, ...init });
const duty = async () => ({ ...(await identity.as({ role: 'duty-team', partnership: 'lambeth' })), ...WHY });

describe('a saved operation as a table', () => {
  it('is a CSV file to be kept, with every page of its connection, and its notes', async () => {
    const response = await asked('01-flows.csv');
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': 'attachment; filename="01-flows.csv"',
      'cache-control': 'no-store',
    });
    const lines = (await response.text()).split('\r\n');
    expect(lines.slice(0, 3)).toEqual([
      'flows.from,flows.value,flows.isSynthetic,quarters',
      "'=1+1,0,true,2026-Q1",
      'E1,1,true,2026-Q1',
    ]);
    expect(lines.indexOf(',,,')).toBe(ALL + 1);
    expect(new Set(lines.slice(1, ALL + 1)).size).toBe(ALL);
    const notes = lines.slice(ALL + 2).join('\n');
    expect(notes).toContain(`Rows: ${ALL}`);
    expect(notes).toContain('Source: London SCP hub, from london-scp');
    expect(notes).toContain('Demonstration data: yes');
    expect(notes).not.toMatch(/Not complete|There is more/);
    expect(london.received).toHaveLength(ALL / PAGE);
  });

  it('is an Excel workbook with the same lines', async () => {
    const response = await asked(`01-flows.xlsx?variables=${encodeURIComponent('{"after":"46999"}')}`);
    expect(response.headers.get('content-type')).toBe(
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    );
    const { sheets } = await readXlsx(Buffer.from(await response.arrayBuffer()));
    const rows = sheets[0]!.rows;
    expect(rows[1]).toEqual(['E47000', 47_000, true, '2026-Q1']);
    expect(rows[3001]!.every((cell) => cell === null)).toBe(true);
    expect(rows.flat()).toContain('Rows: 3000');
  });

  it('is asked for no further once nobody waits for it', async () => {
    const gone = new AbortController();
    const response = await asked('01-flows.csv', {}, { signal: gone.signal });
    london.hold();
    const { length } = london.received;
    gone.abort();
    await expect(response.text()).rejects.toThrow();
    // One at most was on its way.
    london.resume();
    await asked('02-budget.csv', await identity.as());
    const pages = london.received.filter(({ query }) => query.includes('flows'));
    expect(pages.length).toBeLessThanOrEqual(length + 1);
  });

  it('has money in pounds, for whom the operation is, and is no file for anybody else', async () => {
    const analyst = await asked('02-budget.csv', await identity.as({ role: 'analyst' }));
    expect(await analyst.text()).toContain('budget.spent (£)\r\n12.5\r\n');
    const anybody = await asked('02-budget.csv');
    expect(anybody.status).toBe(403);
    expect(anybody.headers.get('content-disposition')).toBeNull();
    expect(await anybody.json()).toMatchObject({
      data: { budget: null },
      errors: [{ extensions: { code: 'UNAUTHORIZED_FIELD_OR_TYPE' } }],
    });
  });

  it('is refused as the operation is', async () => {
    expect((await asked('02-budget.csv', { authorization: 'Bearer x' })).status).toBe(401);
    expect((await asked('04-nothing.csv')).status).toBe(404);
    expect((await asked('01-flows.csv?variables=x')).status).toBe(400);
    expect((await asked(`01-flows.csv?variables=${encodeURIComponent('{"after":1e999}')}`)).status).toBe(400);
    london.reply = { status: 500, body: '' };
    expect((await asked('02-budget.csv', await identity.as())).status).toBe(502);
  });

  it('on single children takes a purpose, and each of its pages is on record', async () => {
    const { 'x-purpose': _, ...without } = await duty();
    expect((await asked('03-movements.csv', without)).status).toBe(400);
    const response = await asked('03-movements.csv', await duty());
    expect(await response.text()).toContain('Movement 2,2026-Q1');
    const records = new AuditLog(database.run, 'test');
    const entries = await records.search({ requestId: response.headers.get('x-request-id')! }, { first: 10 });
    expect(entries).toMatchObject([{ operation: 'Movements' }, { operation: 'Movements' }]);
  });
});
