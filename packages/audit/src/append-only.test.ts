import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database';
import { AuditLog } from './audit-log';
import { AUDIT_SQL } from './audit-sql';
import { chainEnd } from './chain-end';
import { auditDatabase, entry, type AuditDatabase } from '../testing/audit-database';
import { verifyChain } from './verify-chain';

let database: TestDatabase;
let audit: AuditDatabase;
let log: AuditLog;

beforeAll(async () => {
  database = await createTestDatabase();
  audit = await auditDatabase(database.url);
  log = new AuditLog(audit.service, 'lambeth');
  await log.append(entry());
});
afterAll(() => audit.end(() => database.drop()));
afterEach(async () => expect(await verifyChain(audit.admin)).toEqual([]));

const BODY = `'{"kind":"ACCESS","recorder":"lambeth","requestId":"r"}'`;

test.each([
  ['edit a record', `UPDATE audit.access_record SET body = ${BODY}`],
  ['edit no record', `UPDATE audit.access_record SET body = ${BODY} WHERE false`],
  [
    'edit by an upsert',
    `INSERT INTO audit.access_record (body) VALUES (${BODY}) ON CONFLICT (seq) DO UPDATE SET body = ''`,
  ],
  ['remove a record', 'DELETE FROM audit.access_record'],
  ['empty the log', 'TRUNCATE audit.access_record'],
  ['drop the log', 'DROP TABLE audit.access_record'],
  ['drop the schema', 'DROP SCHEMA audit CASCADE'],
  ['drop the language of the triggers', 'DROP EXTENSION plpgsql CASCADE'],
  ['rename the log', 'ALTER TABLE audit.access_record RENAME TO old'],
  ['switch the triggers off', 'ALTER TABLE audit.access_record DISABLE TRIGGER ALL'],
  ['drop a trigger', 'DROP TRIGGER append_only ON audit.access_record'],
  ['call itself a replica', 'SET session_replication_role = replica'],
  ['choose a place', `INSERT INTO audit.access_record (seq, body) VALUES (99, ${BODY})`],
  ['choose a hash', `INSERT INTO audit.access_record (hash, body) VALUES ('\\x00', ${BODY})`],
  ['choose a time', `INSERT INTO audit.access_record (recorded_at, body) VALUES (now(), ${BODY})`],
  ['write as another', `INSERT INTO audit.access_record (written_by, body) VALUES ('gateway', ${BODY})`],
  ['change the stamp', `CREATE OR REPLACE FUNCTION audit.stamp() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN END'`],
  ['change the hash', 'ALTER FUNCTION audit.hash_of OWNER TO CURRENT_USER'],
  ['put a function beside them', `CREATE FUNCTION audit.mine() RETURNS int LANGUAGE sql AS 'SELECT 1'`],
  ['move the head', 'UPDATE audit.head SET seq = 0'],
  ['remove the head', 'DELETE FROM audit.head'],
  ['hold the lock of the head', 'SELECT FROM audit.head FOR SHARE'],
  [
    'move the head by a table of its own',
    `CREATE TABLE mine (LIKE audit.access_record);
     CREATE TRIGGER stamp BEFORE INSERT ON mine FOR EACH ROW EXECUTE FUNCTION audit.stamp()`,
  ],
])('the service cannot %s', async (_, sql) => {
  const before = await chainEnd(audit.admin);
  // Insufficient privilege: not the trigger, and not a mistake in the statement.
  await expect(audit.service(sql)).rejects.toMatchObject({ code: '42501' });
  expect(await chainEnd(audit.admin)).toEqual(before);
});

test('rights that the service grants itself give it none', async () => {
  // PostgreSQL answers with a warning that nothing was granted.
  await audit.service('GRANT ALL ON audit.access_record, audit.head TO CURRENT_USER');
  await expect(audit.service('DELETE FROM audit.access_record')).rejects.toMatchObject({ code: '42501' });
});

test.each([
  ['edit a record', `UPDATE audit.access_record SET body = ${BODY}`],
  ['remove a record', 'DELETE FROM audit.access_record'],
  ['empty the log', 'TRUNCATE audit.access_record'],
  ['move the head', 'UPDATE audit.head SET seq = 0'],
  ['remove the head', 'DELETE FROM audit.head'],
  ['edit as a replica', `SET session_replication_role = replica; UPDATE audit.access_record SET body = ${BODY}`],
])('even the administrator cannot %s by a plain statement', async (_, sql) => {
  await expect(audit.admin(sql)).rejects.toThrow('it is append-only');
  await audit.admin('RESET session_replication_role');
});

test('a record says which role wrote it, whatever its body claims', async () => {
  await new AuditLog(audit.service, 'gateway').append(entry());
  const [row] = await audit.service('SELECT recorder, written_by FROM audit.access_record ORDER BY seq DESC LIMIT 1');
  expect(row).toEqual({ recorder: 'gateway', written_by: audit.role });
});

test.each([
  ['no JSON', 'who looked'],
  ['of no known kind', '{"kind":"NOTE","recorder":"lambeth","requestId":"r"}'],
  ['without a request', '{"kind":"ACCESS","recorder":"lambeth"}'],
])('a body that is %s is refused, and leaves no gap', async (_, body) => {
  await expect(audit.service('INSERT INTO audit.access_record (body) VALUES ($1)', [body])).rejects.toThrow();
  await log.append(entry());
});

test('two hundred entries at once, over several connections, make one chain without gaps', async () => {
  const { count } = await chainEnd(audit.admin);
  const requests = Array.from({ length: 200 }, (_, index) => `at-once-${index}`);
  await Promise.all(requests.map((requestId) => log.append(entry({ requestId }))));
  const rows = await audit.service(
    'SELECT seq::integer AS seq, request_id FROM audit.access_record WHERE seq > $1 ORDER BY seq',
    [count],
  );
  expect(rows.map(({ seq }) => seq)).toEqual(requests.map((_, index) => count + index + 1));
  expect(rows.map(({ request_id: id }) => id).sort()).toEqual([...requests].sort());
});

test('entries of one statement follow each other', async () => {
  const { count } = await chainEnd(audit.admin);
  await audit.service(`INSERT INTO audit.access_record (body) SELECT ${BODY} FROM generate_series(1, 3)`);
  expect((await chainEnd(audit.admin)).head?.seq).toBe(count + 3);
});

test('installing again changes no record and no right', async () => {
  const before = await chainEnd(audit.admin);
  await audit.admin(AUDIT_SQL);
  expect(await chainEnd(audit.admin)).toEqual(before);
  await expect(audit.service('DELETE FROM audit.access_record')).rejects.toMatchObject({ code: '42501' });
  await log.append(entry());
});

test('a schema that somebody else made is not built upon', async () => {
  const other = await createTestDatabase();
  const role = `${new URL(other.url).pathname.slice(1)}_early`;
  await audit.admin(`CREATE ROLE ${role}`);
  const squatted = await auditDatabase(other.url);
  await squatted.admin(`ALTER SCHEMA audit OWNER TO ${role}`);
  await expect(squatted.admin(AUDIT_SQL)).rejects.toThrow(`the schema "audit" belongs to "${role}"`);
  await squatted.end(() => other.drop());
  await audit.admin(`DROP ROLE ${role}`);
});

test('where somebody holds the lock, an entry is refused in bounded time instead of waiting for ever', async () => {
  await audit.admin('BEGIN; SELECT FROM audit.head FOR UPDATE');
  await expect(log.append(entry())).rejects.toMatchObject({
    code: 'AUDIT_UNAVAILABLE',
    message: expect.stringContaining('55P03') as string,
  });
  await audit.admin('ROLLBACK');
});
