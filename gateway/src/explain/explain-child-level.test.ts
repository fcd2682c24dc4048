import { AuditLog, type AccessRecord } from '@hub/audit';
import { pino } from 'pino';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database';
import { explain } from '../../testing/explain';
import { gatewayDatabase, type GatewayDatabase } from '../../testing/gateway-database';
import { guardedLambeth, guardedLondon } from '../../testing/guarded-london';
import { toyConfig } from '../../testing/toy-config';
import { ToyIdentity } from '../../testing/toy-identity';
import { startGateway, type RunningGateway } from '../gateway-server';

const [london, lambeth] = [guardedLondon(), guardedLambeth()];
const toys = [london, lambeth];
const QUERY = '{ movements { id title notice { id } } }';
const WHY = { 'x-purpose': 'CROSS_BOUNDARY_MOVEMENT', 'x-reason': 'Why the exchange is slow.' };

let identity: ToyIdentity;
let testDatabase: TestDatabase;
let database: GatewayDatabase;
let records: AuditLog;
let gateway: RunningGateway;

beforeAll(async () => {
  identity = await ToyIdentity.create();
  testDatabase = await createTestDatabase();
  database = await gatewayDatabase(testDatabase.url);
  records = new AuditLog(database.run, 'test');
  await Promise.all(toys.map((toy) => toy.start()));
  const config = toyConfig(toys, { ...identity.env, DATABASE_URL: database.url });
  gateway = await startGateway(config, pino({ level: 'silent' }));
});
beforeEach(() => {
  for (const toy of toys) toy.received.length = 0;
});
afterAll(async () => {
  await gateway?.stop();
  await Promise.all(toys.map((toy) => toy.kill()));
  await database?.end(() => testDatabase.drop());
  await identity?.remove();
});

/** Asks as the system of a partnership, which may read movements and the schema, and finds what was recorded of it. */
async function explained(query: string, run: boolean, why: Record<string, string> = WHY) {
  const headers = { ...(await identity.as({ role: 'partnership-system', partnership: 'lambeth' })), ...why };
  const answer = await explain(gateway.url, query, { run, headers });
  const [entry] = await records.search({ requestId: answer.requestId }, { first: 10 });
  return { ...answer, entry: entry as AccessRecord | undefined };
}

const received = () => toys.flatMap((toy) => toy.received);

describe('what reaches single children is explained', () => {
  it('and run for a purpose, and recorded as any answer is', async () => {
    london.extensions = { children: ['p1:1:aaa'] };
    const { status, text, told, entry } = await explained(QUERY, true);
    london.extensions = undefined;
    expect([status, told.run.requests.length]).toEqual([200, 1]);
    expect(text).not.toMatch(/To Lambeth|m1|p1:1:aaa/);
    expect(entry).toMatchObject({ outcome: 'ANSWERED', children: ['p1:1:aaa'] });
  });

  it('without being run, and recorded as what fetched nothing', async () => {
    const { status, told, entry } = await explained(QUERY, false);
    expect([status, told.executor]).toEqual([200, 'compiled']);
    expect(received()).toEqual([]);
    expect(entry).toMatchObject({ outcome: 'REFUSED', fields: [], children: [] });
  });

  it.each([true, false])('not without a purpose, whether it is run: %s', async (run) => {
    const { status, told } = await explained(QUERY, run, {});
    expect([status, told.errors[0].extensions.code]).toEqual([400, 'PURPOSE_REQUIRED']);
    expect(told.executor).toBeUndefined();
    expect(received()).toEqual([]);
  });

  it('not where it cannot be recorded', async () => {
    await database.allowWriting(false);
    const { status, told } = await explained(QUERY, true);
    await database.allowWriting(true);
    expect([status, told.errors[0].extensions.code, told.run]).toEqual([503, 'AUDIT_UNAVAILABLE', undefined]);
  });
});

describe('what the caller may not see', () => {
  it('is not in the plan, and said', async () => {
    const { told } = await explained('{ budget { total } partnership { priorities layMembers } }', false);
    expect(told.stages.flat().map(({ subgraph }: { subgraph: string }) => subgraph)).toEqual(['london-scp', 'lambeth']);
    expect(JSON.stringify(told.stages)).not.toMatch(/budget|layMembers/);
    expect(told.errors.map(({ extensions }: { extensions: { code: string } }) => extensions.code)).toEqual([
      'UNAUTHORIZED_FIELD_OR_TYPE',
      'UNAUTHORIZED_FIELD_OR_TYPE',
    ]);
  });
});

describe('a mutation', () => {
  const MUTATION = 'mutation { subscribe(email: "a@b.example") }';

  it('is explained', async () => {
    expect((await explained(MUTATION, false)).told).toMatchObject({ executor: 'compiled' });
  });

  it('is never run for it', async () => {
    const { status, told } = await explained(MUTATION, true);
    expect([status, told.errors[0].extensions.code]).toEqual([400, 'MUTATION_NOT_RUN']);
    expect(received()).toEqual([]);
  });
});
