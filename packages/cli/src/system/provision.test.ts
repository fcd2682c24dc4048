import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { AuditLog, checkAudit, type RunSql } from '@hub/audit';
import { Client } from 'pg';
import { fakeWorkspace } from '../../testing/fake-workspace';
import { openHubHome, type HubHome } from './hub-home';
import { startPostgres, type RunningPostgres } from './postgres';
import { provision } from './provision';
import { openSecrets } from './secrets';

const NAMES = ['london-scp', 'lambeth', 'tri-borough'];
const workspace = fakeWorkspace([]);
const ENTRY: Parameters<AuditLog['append']>[0] = {
  requestId: 'r1',
  person: 'p1',
  role: 'duty-team',
  organisation: 'E09000022',
  partnership: 'lambeth',
  purpose: 'CROSS_BOUNDARY_MOVEMENT',
  reason: 'a move',
  alert: null,
  operation: null,
  operationHash: 'h',
  fields: ['Movement.child'],
  refused: [],
  children: ['p1:1:x'],
  outcome: 'ANSWERED',
  coverage: { asked: ['lambeth'], answered: ['lambeth'] },
};
let home: HubHome;
let server: RunningPostgres;
let urls: Map<string, string>;

beforeAll(async () => {
  home = await openHubHome(workspace.home);
  const secrets = await openSecrets(home.secrets);
  server = await startPostgres(home, await secrets.passwordOf('hub_admin'), () => undefined);
  urls = await provision(server.adminUrl, 'DATABASE_URL', NAMES, secrets);
});
afterAll(async () => {
  await server.stop();
  await workspace.remove();
});

async function query(url: string, sql: string, parameters: unknown[] = []): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql, parameters)).rows;
  } finally {
    await client.end();
  }
}

/** Statements of one role. */
function as(name: string): RunSql {
  return (sql, parameters) => query(urls.get(name)!, sql, parameters);
}

/** The URL of one role, at another database of the server. */
function at(name: string, database: string): string {
  const url = new URL(urls.get(name)!);
  url.pathname = `/${database}`;
  return url.href;
}

test('a role makes tables in its own database', async () => {
  await query(urls.get('tri-borough')!, 'CREATE TABLE child (id int); INSERT INTO child VALUES (1)');
  expect(await query(urls.get('tri-borough')!, 'SELECT id FROM child')).toEqual([{ id: 1 }]);
});

test.each([
  ['lambeth', 'tri-borough'],
  ['tri-borough', 'lambeth'],
  ['lambeth', 'postgres'],
  ['lambeth', 'template1'],
  ['lambeth', 'london-scp'],
  ['gateway', 'lambeth'],
  ['gateway', 'postgres'],
])("%s's role cannot open the database %s", async (name, database) => {
  await expect(query(at(name, database), 'SELECT 1')).rejects.toMatchObject({ code: '28000' });
});

test('the right to connect itself is withheld, whatever the rules of the server say about clients', async () => {
  const sql = `SELECT rolname, datname FROM pg_roles, pg_database
    WHERE NOT rolsuper AND rolname !~ '^pg_' AND has_database_privilege(rolname, datname, 'CONNECT')
      AND datname NOT IN ('postgres', 'template0', 'template1') ORDER BY 1`;
  expect(await query(server.adminUrl, sql)).toEqual([
    { rolname: 'gateway', datname: 'london-scp' },
    { rolname: 'lambeth', datname: 'lambeth' },
    { rolname: 'london-scp', datname: 'london-scp' },
    { rolname: 'tri-borough', datname: 'tri-borough' },
  ]);
});

test("a wrong password, and another's, are refused", async () => {
  const url = new URL(urls.get('lambeth')!);
  url.password = new URL(urls.get('tri-borough')!).password;
  await expect(query(url.href, 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });
});

test('roles have no rights beyond their database, and cannot take any', async () => {
  const own = urls.get('lambeth')!;
  await expect(query(own, 'CREATE DATABASE other')).rejects.toMatchObject({ code: '42501' });
  await expect(query(own, 'CREATE ROLE other')).rejects.toMatchObject({ code: '42501' });
  await expect(query(own, 'SET ROLE "tri-borough"')).rejects.toMatchObject({ code: '42501' });
  await expect(query(own, `COPY (SELECT 1) TO PROGRAM 'cat'`)).rejects.toMatchObject({ code: '42501' });
});

test.each([...NAMES, 'gateway'])(
  '%s may insert and read its records of access, and owns nothing of them',
  async (name) => {
    await expect(checkAudit(as(name))).resolves.toBeUndefined();
    await new AuditLog(as(name), name).append(ENTRY);
    const mine = 'SELECT body FROM audit.access_record WHERE recorder = $1';
    expect(await as(name)(mine, [name])).toHaveLength(1);
    for (const forbidden of ["UPDATE audit.access_record SET body = '{}'", 'DROP SCHEMA audit CASCADE']) {
      await expect(as(name)(forbidden)).rejects.toMatchObject({ code: '42501' });
    }
  },
);

test("the gateway's role reads no table of the London SCP, and makes none", async () => {
  await as('london-scp')('CREATE TABLE notice AS SELECT 1 AS id');
  await expect(as('gateway')('SELECT id FROM public.notice')).rejects.toMatchObject({ code: '42501' });
  for (const made of ['CREATE TABLE public.mine (id int)', 'CREATE TEMP TABLE mine (id int)', 'CREATE SCHEMA mine']) {
    await expect(as('gateway')(made)).rejects.toMatchObject({ code: '42501' });
  }
  await expect(as('gateway')('SET ROLE "london-scp"')).rejects.toMatchObject({ code: '42501' });
  const readable = `SELECT relname FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace
    WHERE relkind IN ('r', 'p', 'v', 'm') AND nspname NOT IN ('pg_catalog', 'information_schema', 'audit')
      AND has_any_column_privilege(c.oid, 'SELECT')`;
  expect(await as('london-scp')(readable)).toEqual([{ relname: 'notice' }]);
  expect(await as('gateway')(readable)).toEqual([]);
});

test('a later start finds the same roles and passwords', async () => {
  const again = await provision(server.adminUrl, 'DATABASE_URL', NAMES, await openSecrets(home.secrets));
  expect(again).toEqual(urls);
});

test('an administrator without superuser rights is enough', async () => {
  await query(server.adminUrl, `CREATE ROLE clerk LOGIN CREATEROLE CREATEDB PASSWORD 'clerk-clerk-clerk'`);
  appendFileSync(join(home.postgres, 'data/pg_hba.conf'), 'host all clerk 127.0.0.1/32 scram-sha-256\n');
  await query(server.adminUrl, 'SELECT pg_reload_conf()');
  const client = { username: 'clerk', password: 'clerk-clerk-clerk' };
  const url = Object.assign(new URL(server.adminUrl), client, { pathname: '/clerk' }).href;
  await query(server.adminUrl, 'CREATE DATABASE clerk OWNER clerk');
  const made = await provision(url, 'DATABASE_URL', ['havering'], await openSecrets(home.secrets));
  const run: RunSql = (sql, parameters) => query(made.get('havering')!, sql, parameters);
  expect(await run('SELECT current_user::text AS me')).toEqual([{ me: 'havering' }]);
  await expect(checkAudit(run)).resolves.toBeUndefined();
  // A later start must be able to install it anew.
  await provision(url, 'DATABASE_URL', ['havering'], await openSecrets(home.secrets));
});

test('a role of another hub on the same server is not taken from it', async () => {
  const others = { passwordOf: () => Promise.resolve('another-password-of-another-hub') };
  const taken = provision(server.adminUrl, 'DATABASE_URL', ['lambeth'], others);
  await expect(taken).rejects.toThrow('"lambeth"');
  await expect(taken).rejects.not.toThrow('another-password');
  expect(await query(urls.get('lambeth')!, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
});

test('a role that may do too much is refused', async () => {
  await query(server.adminUrl, 'CREATE ROLE redbridge LOGIN CREATEDB');
  const made = provision(server.adminUrl, 'DATABASE_URL', ['redbridge'], await openSecrets(home.secrets));
  await expect(made).rejects.toThrow('rolcreatedb');
});

test('a server that cannot be reached is named by its variable, without the password', async () => {
  const url = 'postgres://admin:very-secret@127.0.0.1:1/postgres';
  const made = provision(url, 'DATABASE_URL', NAMES, await openSecrets(home.secrets));
  await expect(made).rejects.toThrow('The database of DATABASE_URL at 127.0.0.1:1 cannot be opened');
  await expect(made).rejects.not.toThrow('very-secret');
});
