import { join } from 'node:path';
import { Client } from 'pg';
import { fakeWorkspace } from '../../testing/fake-workspace';
import { openHubHome } from './hub-home';
import { CONNECTION_LIMIT } from './login-role';
import { startPostgres, type RunningPostgres } from './postgres';
import { provision } from './provision';
import { openSecrets } from './secrets';
import { listSubgraphs } from './subgraph-list';

/** What a service's role may do in the database that is made for it, and how far it reaches out of it. */

const workspace = fakeWorkspace([]);
let server: RunningPostgres;
let urls: Map<string, string>;
/** A session of another service, to be ended or looked into. */
let neighbour: Client;

beforeAll(async () => {
  const home = await openHubHome(workspace.home);
  const secrets = await openSecrets(home.secrets);
  server = await startPostgres(home, await secrets.passwordOf('hub_admin'), () => undefined);
  urls = await provision(server.adminUrl, 'DATABASE_URL', ['london-scp', 'lambeth', 'redbridge'], secrets);
  neighbour = await opened(urls.get('redbridge')!);
});
afterAll(async () => {
  await neighbour.end();
  await server.stop();
  await workspace.remove();
});

async function opened(url: string): Promise<Client> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = await opened(url);
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

const as = (name: string, sql: string) => query(urls.get(name)!, sql);

test('a service keeps tables, types, functions and triggers in its own schema', async () => {
  await as(
    'lambeth',
    `CREATE TYPE mood AS ENUM ('calm'); CREATE TABLE child (id int PRIMARY KEY, mood mood);
     CREATE FUNCTION tell() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM pg_notify(''x'', ''''); RETURN NEW; END';
     CREATE TRIGGER tell AFTER INSERT ON child FOR EACH ROW EXECUTE FUNCTION tell();
     INSERT INTO child VALUES (1, 'calm'); ALTER TABLE child ADD COLUMN note text; CREATE INDEX ON child (note)`,
  );
  expect(await as('lambeth', 'SELECT id FROM child')).toEqual([{ id: 1 }]);
});

test.each([
  ['make a schema', 'CREATE SCHEMA evil'],
  ['make a temporary table', 'CREATE TEMP TABLE mine (id int)'],
  ['install an extension', 'CREATE EXTENSION pg_trgm'],
  ['set what sessions of its database begin with', 'ALTER DATABASE lambeth SET search_path = evil'],
  ['limit the connections of its database', 'ALTER DATABASE lambeth CONNECTION LIMIT 0'],
  ['shut its database', 'ALTER DATABASE lambeth ALLOW_CONNECTIONS false'],
  ['drop its schema', 'DROP SCHEMA public CASCADE'],
  ['own its schema', 'ALTER SCHEMA public OWNER TO lambeth'],
  ['make an event trigger', 'CREATE EVENT TRIGGER e ON ddl_command_start EXECUTE FUNCTION tell()'],
  ['put a function into pg_catalog', `CREATE FUNCTION pg_catalog.mine() RETURNS int LANGUAGE sql AS 'SELECT 1'`],
  ['raise its own limit of connections', 'ALTER ROLE lambeth CONNECTION LIMIT -1'],
  ['make itself superuser', 'ALTER ROLE lambeth SUPERUSER'],
  ["change another's password", `ALTER ROLE redbridge PASSWORD 'x'`],
  ["set another's settings", 'ALTER ROLE redbridge SET search_path = evil'],
  ['set settings for everybody', 'ALTER ROLE ALL SET search_path = evil'],
  ['set settings of the server', 'ALTER SYSTEM SET log_statement = none'],
  ['read passwords', 'SELECT rolpassword FROM pg_authid'],
  ['read passwords by another view', 'SELECT passwd FROM pg_shadow'],
  ['read a file of the server', `SELECT pg_read_file('postgresql.conf')`],
  ['list files of the server', `SELECT pg_ls_dir('.')`],
  ['read rules for clients', 'SELECT * FROM pg_hba_file_rules'],
  ['import a file', `SELECT lo_import('/etc/passwd')`],
  ['copy a file', `CREATE TABLE f (line text); COPY f FROM '/etc/passwd'`],
  ['run a program', `COPY (SELECT 1) TO PROGRAM 'cat'`],
  ['load a library', `LOAD '/tmp/x.so'`],
  ['make a function in C', `CREATE FUNCTION c() RETURNS int LANGUAGE c AS '/tmp/x.so', 'x'`],
  ['subscribe to another server', `CREATE SUBSCRIPTION s CONNECTION 'host=127.0.0.1' PUBLICATION p`],
  ['make a replication slot', `SELECT pg_create_physical_replication_slot('x')`],
  ['reload the server', 'SELECT pg_reload_conf()'],
  [
    'end sessions of the administrator',
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'hub_admin'`,
  ],
  ["cancel others' statements", `SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE usename = 'redbridge'`],
  ['lock roles', 'BEGIN; LOCK TABLE pg_authid IN ACCESS SHARE MODE'],
  ['lock databases against change', 'BEGIN; LOCK TABLE pg_database IN ROW EXCLUSIVE MODE'],
  ['hold the lock of installations', `COMMENT ON SCHEMA audit IS 'mine'`],
])('a service may not %s', async (_, sql) => {
  await expect(as('lambeth', sql)).rejects.toMatchObject({ code: '42501' });
});

test('a service gives nobody what is not its own: its database, its schema', async () => {
  const rights = () =>
    query(
      server.adminUrl.replace(/postgres$/, 'lambeth'),
      `SELECT datacl::text, nspacl::text FROM pg_database, pg_namespace WHERE datname = 'lambeth' AND nspname = 'public'`,
    );
  const before = await rights();
  // PostgreSQL answers with a warning that nothing was granted, or refuses.
  for (const what of ['DATABASE lambeth', 'SCHEMA public', 'SCHEMA audit']) {
    await as('lambeth', `GRANT ALL ON ${what} TO PUBLIC, redbridge`).catch(() => undefined);
  }
  expect(await rights()).toEqual(before);
});

test('a service sees that others are there, and not what they ask', async () => {
  await neighbour.query(`SELECT 'of a child'`);
  const seen = await as('lambeth', `SELECT query FROM pg_stat_activity WHERE usename IN ('redbridge', 'hub_admin')`);
  expect(seen).not.toHaveLength(0);
  expect(new Set(seen.map(({ query: text }) => text))).toEqual(new Set(['<insufficient privilege>']));
});

test("one's large objects and advisory locks are of its own database", async () => {
  const [{ oid }] = (await as('lambeth', `SELECT lo_from_bytea(0, 'of a child') AS oid`)) as [{ oid: number }];
  await expect(as('redbridge', `SELECT lo_get(${oid})`)).rejects.toMatchObject({ code: '42704' });
  const holder = await opened(urls.get('lambeth')!);
  await holder.query('SELECT pg_advisory_lock(1)');
  expect(await as('redbridge', 'SELECT pg_try_advisory_lock(1) AS free')).toEqual([{ free: true }]);
  await holder.end();
});

test('what the London SCP keeps in its schema is not called in a session of the gateway', async () => {
  await as('london-scp', `CREATE FUNCTION jsonb_array_length(json) RETURNS int LANGUAGE sql AS 'SELECT 666'`);
  await as('london-scp', `CREATE FUNCTION abs(text) RETURNS text LANGUAGE sql AS $$SELECT 'caught'$$`);
  await as('london-scp', 'GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public TO PUBLIC');
  expect(await as('london-scp', `SELECT abs('1'::text)`)).toEqual([{ abs: 'caught' }]);
  await expect(as('gateway', `SELECT abs('1'::text)`)).rejects.toMatchObject({ code: '42883' });
});

test('a service cannot take the connections of the others', async () => {
  const taken: Client[] = [];
  try {
    for (;;) taken.push(await opened(urls.get('lambeth')!));
  } catch (error) {
    expect(error).toMatchObject({ code: '53300' });
  }
  expect(taken).toHaveLength(CONNECTION_LIMIT);
  await expect(as('redbridge', 'SELECT 1 AS one')).resolves.toEqual([{ one: 1 }]);
  await Promise.all(taken.map((client) => client.end()));
});

test('all roles of the hub together leave the embedded PostgreSQL connections for its administrator', async () => {
  const roles = [...(await listSubgraphs(join(__dirname, '../../../..'))), 'gateway'];
  const [{ room }] = (await query(
    server.adminUrl,
    `SELECT current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int AS room`,
  )) as [{ room: number }];
  expect(roles.length * CONNECTION_LIMIT).toBeLessThanOrEqual(room);
  expect(
    await query(server.adminUrl, `SELECT DISTINCT rolconnlimit FROM pg_roles WHERE NOT rolsuper AND rolcanlogin`),
  ).toEqual([{ rolconnlimit: CONNECTION_LIMIT }]);
});
