import { AuditLog, checkAudit } from '@hub/audit';
import { Client } from 'pg';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/test-database';
import { run } from '../main';

let first: TestDatabase;
let second: TestDatabase;
let admin: Client;
let stdout: string;
let stderr: string;

beforeAll(async () => {
  [first, second] = [await createTestDatabase(), await createTestDatabase()];
  admin = new Client({ connectionString: first.url });
  await admin.connect();
});
afterAll(async () => {
  await admin.end();
  await first.drop();
  await second.drop();
});
beforeEach(() => {
  [stdout, stderr] = ['', ''];
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => ((stdout += String(text)), true));
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => ((stderr += String(text)), true));
});
afterEach(() => jest.restoreAllMocks());

const runSql = async (sql: string, parameters?: unknown[]) =>
  (await admin.query<Record<string, unknown>>(sql, parameters)).rows;
const verify = (...args: string[]) => run(['audit', 'verify', '--database', `lambeth=${first.url}`, ...args]);
const head = () => /head (\S+)/.exec(stdout)![1]!;

test('a database without a record of access is named, with what to do', async () => {
  expect(await verify()).toBe(1);
  expect(stderr).toContain('The database of lambeth at 127.0.0.1:');
  expect(stderr).toContain('audit install --database <url>');
});

test('installed by the command, the record of access is there, and to do so again is harmless', async () => {
  for (const _ of [1, 2]) expect(await run(['audit', 'install', '--database', first.url])).toBe(0);
  expect(stdout).toContain('the record of access is installed');
  // The administrator itself is not who may write it.
  await expect(checkAudit(runSql)).rejects.toThrow('can do more');
});

test('of each log its records, its head and its verdict are printed', async () => {
  await run(['audit', 'install', '--database', second.url]);
  await new AuditLog(runSql, 'lambeth').openGlass(
    { person: 'p', role: 'duty-team', organisation: 'E09000022', partnership: 'lambeth', requestId: 'r', reason: 'x' },
    60,
  );
  expect(await verify('--database', `havering=${second.url}`)).toBe(0);
  expect(stdout).toMatch(/lambeth: whole, records 1, head 1:[0-9a-f]{64}\nhavering: whole, records 0, head 0:0{64}\n$/);
});

test('a log that was rewritten with its head is whole to itself, and not to a head noted earlier', async () => {
  await verify();
  const noted = head();
  await admin.query(`BEGIN; ALTER TABLE audit.access_record DISABLE TRIGGER ALL; ALTER TABLE audit.head DISABLE TRIGGER ALL;
    UPDATE audit.access_record SET body = replace(body, '"p"', '"q"');
    UPDATE audit.access_record SET hash = audit.hash_of(previous, seq, recorded_at, written_by, body);
    UPDATE audit.head SET hash = (SELECT hash FROM audit.access_record); COMMIT`);
  expect(await verify()).toBe(0);
  expect(await verify('--expect', `lambeth=${noted}`)).toBe(1);
  expect(stdout).toContain('lambeth: NOT WHOLE');
  expect(stdout).toContain('  REWRITTEN  Record 1 is not the one whose hash was noted');
});

test('one log that cannot be read does not hide what is wrong with another', async () => {
  const unreachable = 'havering=postgres://a:very-secret@127.0.0.1:1/havering';
  expect(await run(['audit', 'verify', '--database', unreachable, '--database', `lambeth=${first.url}`])).toBe(1);
  expect(stderr).toContain('The database of havering at 127.0.0.1:1 cannot be opened');
  expect(stderr).not.toContain('very-secret');
  expect(stdout).toContain('lambeth: whole');
});

test.each([
  [['--expect', 'lambeth=12'], '--expect "lambeth=12" is not the head of a log'],
  [['--expect', `havering=1:${'0'.repeat(64)}`], 'no log of that name is verified'],
  [['--database', 'lambeth'], '--database is not a PostgreSQL URL'],
])('%j is refused, and the answer says how to write it', async (args, message) => {
  expect(await verify(...args)).toBe(1);
  expect(stderr).toContain(message);
});

test('without a hub that runs, the command says so', async () => {
  process.env['HUB_HOME'] = '/nonexistent';
  try {
    expect(await run(['audit', 'verify'])).toBe(1);
  } finally {
    delete process.env['HUB_HOME'];
  }
  expect(stderr).toContain('No PostgreSQL of a hub runs with its state in /nonexistent');
});
