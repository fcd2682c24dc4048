import { AuditLog, verifyChain } from '@hub/audit';
import { pino } from 'pino';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database';
import { startGateway } from '../gateway-server';
import { ask } from '../../testing/ask';
import { gatewayDatabase, type GatewayDatabase } from '../../testing/gateway-database';
import { guardedLambeth, guardedLondon } from '../../testing/guarded-london';
import { toyConfig } from '../../testing/toy-config';
import { ToyIdentity } from '../../testing/toy-identity';

const toys = [guardedLondon(), guardedLambeth()];
const WHY = { 'x-purpose': 'CROSS_BOUNDARY_MOVEMENT', 'x-reason': 'Placed with an aunt in Havering.' };

let identity: ToyIdentity;
let testDatabase: TestDatabase;
let database: GatewayDatabase;
let records: AuditLog;
let lines: string[];

beforeAll(async () => {
  identity = await ToyIdentity.create();
  await Promise.all(toys.map((toy) => toy.start()));
});
beforeEach(async () => {
  lines = [];
  testDatabase = await createTestDatabase();
  database = await gatewayDatabase(testDatabase.url);
  records = new AuditLog(database.run, 'test');
});
afterEach(() => database.end(() => testDatabase.drop()));
afterAll(async () => {
  await Promise.all(toys.map((toy) => toy.kill()));
  await identity?.remove();
});

const start = (env: Record<string, string> = {}) =>
  startGateway(
    toyConfig(toys, { ...identity.env, DATABASE_URL: database.url, RATE_LIMIT_PER_MINUTE: '100000', ...env }),
    pino({ level: 'info' }, { write: (line: string) => lines.push(line) }),
  );
const named = (name: string) => `query ${name} { movements { id title } }`;

it('hundreds of refusals of somebody without a token are two records, the names of 900 kB included', async () => {
  const gateway = await start();
  const { status } = await ask(gateway.url, named('A'.repeat(900_000)));
  expect(status).toBe(200);
  for (let time = 1; time < 300; time++) {
    const headers = { 'x-request-id': 'the-same-one', 'x-reason': 'x'.repeat(5000) };
    await ask(gateway.url, named('A'.repeat(time)), { headers });
  }
  expect(await records.search({}, { first: 10 })).toMatchObject([{ count: 1, person: null, address: '127.0.0.1' }]);
  await gateway.stop();
  const [counted, first, ...others] = await records.search({}, { first: 10 });
  expect(others).toEqual([]);
  expect(counted).toMatchObject({ count: 299, address: '127.0.0.1', outcome: 'REFUSED', refused: ['Query.movements'] });
  expect(first!.operation).toBe(`${'A'.repeat(99)}…`);
  expect(JSON.stringify([counted, first]).length).toBeLessThan(4000);
  expect(JSON.stringify([counted, first])).not.toContain('the-same-one');
  expect(Math.max(...lines.map(({ length }) => length))).toBeLessThan(2000);
  expect(await verifyChain(database.run)).toEqual([]);
});

it('addresses are told apart as a known proxy says, IPv6 by networks of 64 bits, and not as a client says', async () => {
  const from = async (url: string, ...addresses: string[]) => {
    for (const address of addresses) await ask(url, named('A'), { headers: { 'x-forwarded-for': address } });
  };
  const plain = await start();
  await from(plain.url, '192.0.2.1', '192.0.2.2');
  await plain.stop();
  const behind = await start({ TRUST_PROXY: '127.0.0.1' });
  await from(behind.url, '192.0.2.1', '192.0.2.1', '2001:db8::1', '2001:db8::2:3', '2001:db8:0:1::1');
  await behind.stop();
  const told = (await records.search({}, { first: 20 })).map(({ address, count }) => `${address} ${count}`).reverse();
  expect(told).toEqual([
    ...['127.0.0.1 1', '127.0.0.1 1'],
    ...['192.0.2.1 1', '2001:db8:: 1', '2001:db8:0:1:: 1', '192.0.2.1 1', '2001:db8:: 1'],
  ]);
});

it('callers with a token are recorded one by one, each under an id of its own, and without their address', async () => {
  const gateway = await start();
  const headers = { ...(await identity.as({ role: 'duty-team', partnership: 'lambeth' })), ...WHY };
  for (let time = 0; time < 3; time++) {
    await ask(gateway.url, named('A'), { headers: { ...headers, 'x-request-id': 'the-same-one' } });
  }
  await gateway.stop();
  const told = await records.search({}, { first: 10 });
  expect(told).toHaveLength(3);
  expect(new Set(told.map(({ requestId }) => requestId)).size).toBe(3);
  expect(told.filter((record) => record.address !== undefined)).toEqual([]);
  expect(await records.search({ requestId: 'the-same-one' }, { first: 1 })).toEqual([]);
});
