import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createSigningKeys, publicJwks, signGatewayToken, type RequestIdentity, type SigningKeys } from '@hub/access';
import { Client } from 'pg';
import { requestIdentityOf } from '../../../test/support/request-identities';
import { createServiceDatabase, type ServiceDatabase } from '../../../test/support/service-database';
import { runSql } from '../../../test/support/test-database';
import { untilEqual } from '../../../test/support/until-equal';
import type { BackgroundServices } from './background';
import { begun, LOCKS, slow } from '../testing/slow-subgraph';
import { type RunningSubgraph, serveSubgraph } from './serve-subgraph';

let folder: string;
let keys: SigningKeys;
let database: ServiceDatabase;
let subgraph: RunningSubgraph;
let holder: Client;
let services: BackgroundServices;

const start = (env: Record<string, string> = {}) =>
  serveSubgraph(
    { ...slow, background: (given) => ((services = given), { stop: async () => undefined }) },
    // So long that no test could wait for it.
    {
      ...{ DATABASE_URL: database.url, HUB_JWKS: join(folder, 'jwks.json'), LOG_LEVEL: 'silent' },
      ...{ OPERATION_TIMEOUT_MS: '600000', ...env },
    },
  );

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hub-kit-'));
  keys = await createSigningKeys(join(folder, 'keys.json'));
  writeFileSync(join(folder, 'jwks.json'), JSON.stringify(publicJwks(keys)));
  database = await createServiceDatabase();
  subgraph = await start();
  holder = new Client({ connectionString: database.adminUrl });
  await holder.connect();
});
beforeEach(() => {
  begun.length = 0;
});
afterEach(async () => {
  await holder.query('SELECT pg_advisory_unlock_all()');
});
afterAll(async () => {
  await holder?.end();
  await subgraph?.close();
  await database?.drop();
  rmSync(folder, { recursive: true });
});

const duty = requestIdentityOf('duty-team', { partnership: 'lambeth', purpose: 'CROSS_BOUNDARY_MOVEMENT' });
const hold = (lock: number) => holder.query('SELECT pg_advisory_lock($1)', [lock]);
const release = (lock: number) => holder.query('SELECT pg_advisory_unlock($1)', [lock]);

/** What runs of the subgraph's in PostgreSQL at this moment: the first word of each statement. */
const running = async () =>
  (
    await runSql(
      database.adminUrl,
      `SELECT upper(split_part(trim(query), ' ', 1)) AS statement FROM pg_stat_activity
       WHERE application_name = 'hub-slow' AND state <> 'idle' AND query NOT LIKE '%pg_cancel_backend%'`,
    )
  ).map(({ statement }) => statement);
const openTransactions = () =>
  runSql(
    database.adminUrl,
    `SELECT pid FROM pg_stat_activity WHERE application_name = 'hub-slow' AND state LIKE 'idle in transaction%'`,
  );
const closed = async () => (await runSql(database.adminUrl, 'SELECT id FROM closed ORDER BY 1')).map(({ id }) => id);

interface Reply {
  status: number;
  data?: Record<string, unknown> | null;
  errors?: { message: string; path?: (string | number)[]; extensions: { code: string } }[];
}

interface Sent {
  reply: Promise<Reply>;
  /** Goes away without an answer. */
  hangUp(): void;
}

/** Sends a request by a connection of its own. */
function send(query: string, { as, headers }: { as?: RequestIdentity; headers?: Record<string, string> } = {}): Sent {
  const body = JSON.stringify({ query });
  const token = as && signGatewayToken(keys, as, { subgraph: 'slow', body });
  const outgoing = httpRequest(subgraph.url, {
    method: 'POST',
    agent: false,
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }), ...headers },
  });
  const reply = new Promise<Reply>((resolve, reject) => {
    outgoing.on('error', reject);
    outgoing.on('response', async (response) => {
      const text = Buffer.concat(await response.toArray()).toString();
      resolve({ status: response.statusCode, ...JSON.parse(text) });
    });
  });
  // One that has hung up awaits none.
  reply.catch(() => undefined);
  outgoing.end(body);
  return { reply, hangUp: () => void outgoing.destroy() };
}

const codes = ({ errors = [] }: Reply) => errors.map(({ extensions }) => extensions.code);

describe('work for an asker who has gone', () => {
  it('ends: what runs in PostgreSQL is cancelled, no statement more begins, and the connections serve others', async () => {
    await hold(LOCKS.reading);
    const { hangUp } = send('{ steps(count: 25) { next { next { id } } } }', { as: duty });
    await untilEqual(async () => (await running()).length, 10);
    hangUp();
    await untilEqual(running, []);
    expect(await openTransactions()).toEqual([]);
    expect(begun.filter((one) => one.includes('.'))).toEqual([]);
    await release(LOCKS.reading);
    const { data, errors } = await send('{ steps(count: 12) { next { id } } }', { as: duty }).reply;
    expect([data, errors]).toEqual([
      { steps: Array.from({ length: 12 }, (_, index) => ({ next: { id: `${index}.` } })) },
      undefined,
    ]);
  });

  it('ends for that asker alone, however often some come and go', async () => {
    for (let round = 0; round < 15; round += 1) {
      await hold(LOCKS.reading);
      const gone = [1, 2, 3].map(() => send('{ steps(count: 2) { next { id } } }', { as: duty }));
      const stays = send('{ steps(count: 2) { next { id } } }', { as: duty });
      await untilEqual(async () => (await running()).length, 8);
      for (const { hangUp } of gone) hangUp();
      // At once, so that what is cancelled is about to end by itself.
      await release(LOCKS.reading);
      expect((await stays.reply).errors).toBeUndefined();
    }
  });
});

describe('the deadline of who asks', () => {
  it('ends the work: what came is answered, and the rest says why it is not there', async () => {
    await hold(LOCKS.reading);
    const { reply } = send('{ steps(count: 2) { id next { id } } }', {
      as: duty,
      headers: { 'x-deadline-ms': '3000' },
    });
    const { data, errors } = await reply;
    expect(data).toEqual({ steps: ['0', '1'].map((id) => ({ id, next: null })) });
    expect(errors?.map(({ path, extensions }) => [path?.join('.'), extensions.code]).sort()).toEqual([
      ['steps.0.next', 'DEADLINE_EXCEEDED'],
      ['steps.1.next', 'DEADLINE_EXCEEDED'],
    ]);
    await untilEqual(running, []);
  });

  it('ends also what computes without a pause, as a timer cannot', async () => {
    const { reply } = send('{ steps(count: 100) { many { many { id } } } }', {
      ...{ as: duty, headers: { 'x-deadline-ms': '300' } },
    });
    expect(new Set(codes(await reply))).toEqual(new Set(['DEADLINE_EXCEEDED']));
    // 1,100 of 5 ms each, if it went on.
    expect(begun.length).toBeLessThan(300);
  });

  it.each(['600001', '1e9', '-1', 'never', ''])('makes the time no longer than it is here: %s', async (said) => {
    const other = await start({ OPERATION_TIMEOUT_MS: '400' });
    await hold(LOCKS.reading);
    const response = await fetch(other.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-deadline-ms': said },
      body: JSON.stringify({ query: '{ steps(count: 1) { next { id } } }' }),
    });
    expect(codes((await response.json()) as Reply)).toEqual(['DEADLINE_EXCEEDED']);
    await other.close();
  });
});

describe('a mutation that nobody waits for any more', () => {
  const mutation = (...ids: string[]) =>
    `mutation { ${ids.map((id) => `${id}: closeMovement(id: "${id}") { id category }`).join(' ')} }`;
  const records = async () =>
    (await runSql(database.adminUrl, `SELECT body FROM audit.access_record ORDER BY seq`)).map(
      ({ body }) => JSON.parse(String(body)) as { children: string[]; fields: string[]; outcome: string },
    );

  it('is undone as a whole before its COMMIT, does not go on to the next, and is on record', async () => {
    await hold(LOCKS.inserting);
    const before = (await records()).length;
    const { hangUp } = send(mutation('a', 'b'), { as: duty });
    await untilEqual(running, ['INSERT']);
    hangUp();
    await untilEqual(async () => (await records()).length, before + 1);
    expect([await running(), await openTransactions(), await closed()]).toEqual([[], [], []]);
    expect(begun).toEqual(['closing of a']);
    expect((await records()).at(-1)).toMatchObject({ fields: ['Mutation.closeMovement'], children: [] });
  });

  it('is done as a whole from its COMMIT on, and on record with its child; what follows it is not begun', async () => {
    await hold(LOCKS.committing);
    const before = (await records()).length;
    const { hangUp } = send(mutation('c', 'd'), { as: duty });
    await untilEqual(running, ['COMMIT']);
    hangUp();
    // The subgraph knows of it by now, if it has not been cut off.
    await send('{ steps(count: 1) { id } }').reply;
    await release(LOCKS.committing);
    await untilEqual(async () => (await records()).length, before + 1);
    expect(await closed()).toEqual(['c']);
    expect(begun).toEqual(['closing of c']);
    expect((await records()).at(-1)).toMatchObject({
      ...{ children: ['p1:1:child-of-c'], outcome: 'PARTIAL' },
      fields: ['Movement.category', 'Movement.id', 'Mutation.closeMovement'],
    });
  });
});

describe('PostgreSQL itself', () => {
  it('ends what the subgraph could not: a long statement, and a transaction whose process hangs', async () => {
    const other = await start({ OPERATION_TIMEOUT_MS: '1234' });
    // Of work beside answering, and outside of a transaction.
    const [{ statement, idle }] = (await services.dataSource.query(
      `SELECT current_setting('statement_timeout') AS statement,
         current_setting('idle_in_transaction_session_timeout') AS idle`,
    )) as [{ statement: string; idle: string }];
    expect([statement, idle]).toEqual(['1234ms', '1234ms']);
    await other.close();
  });

  it('does not end migrations, nor transactions of work beside answering', async () => {
    const own = await createServiceDatabase();
    // Its migration takes half a second.
    const other = await start({ OPERATION_TIMEOUT_MS: '200', DATABASE_URL: own.url });
    await expect(
      services.dataSource.transaction((manager) => manager.query('SELECT pg_sleep(0.5)')),
    ).resolves.toHaveLength(1);
    await other.close();
    await own.drop();
  });
});

describe('whoever asks past the hub', () => {
  it('has four requests under way, waits for itself and not others for it, and is refused more than it may wait for', async () => {
    await hold(LOCKS.reading);
    const ask = (as?: RequestIdentity) => send('{ steps(count: 1) { next { id } } }', as ? { as } : {});
    const own = Array.from({ length: 37 }, () => ask());
    const refused = await Promise.race(own.map(({ reply }) => reply));
    expect([refused.status, codes(refused)]).toEqual([429, ['TOO_MANY_AT_ONCE']]);
    await untilEqual(async () => begun.length, 4);
    const ofHub = Array.from({ length: 6 }, () => ask(duty));
    await untilEqual(async () => begun.length, 10);
    await release(LOCKS.reading);
    const answers = await Promise.all([...own, ...ofHub].map(({ reply }) => reply));
    expect(answers.map(({ status }) => status).sort()).toEqual([...Array<number>(42).fill(200), 429]);
  });

  it('gives up its place in the queue by going away', async () => {
    await hold(LOCKS.reading);
    const ask = () => send('{ steps(count: 1) { next { id } } }');
    const first = Array.from({ length: 4 }, ask);
    await untilEqual(async () => begun.length, 4);
    const waiting = Array.from({ length: 32 }, ask);
    const status = async () => {
      const { reply, hangUp } = ask();
      const found = await Promise.race([reply.then((one) => one.status), pause(500).then(() => 'waits')]);
      hangUp();
      return found;
    };
    await untilEqual(status, 429);
    for (const { hangUp } of waiting) hangUp();
    await untilEqual(status, 'waits');
    expect(begun).toHaveLength(4);
    await release(LOCKS.reading);
    const answers = await Promise.all(first.map(({ reply }) => reply));
    expect(answers.map((one) => one.status)).toEqual([200, 200, 200, 200]);
  });
});
