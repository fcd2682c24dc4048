import { Client } from 'pg';
import { fakeWorkspace } from '../testing/fake-workspace';
import { openHubHome, type HubHome } from './hub-home';
import { startPostgres, type RunningPostgres } from './postgres';
import { provision } from './provision';
import { openSecrets } from './secrets';

jest.setTimeout(60_000);

const NAMES = ['lambeth', 'tri-borough'];
const workspace = fakeWorkspace([]);
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

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** The URL of one subgraph's role, at another database of the server. */
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
])("%s's role cannot open the database %s", async (name, database) => {
  await expect(query(at(name, database), 'SELECT 1')).rejects.toMatchObject({ code: '28000' });
});

test('the right to connect itself is withheld, whatever the rules of the server say about clients', async () => {
  const sql = `SELECT rolname, datname FROM pg_roles, pg_database
    WHERE rolname IN ('lambeth', 'tri-borough') AND datname IN ('lambeth', 'tri-borough')
      AND has_database_privilege(rolname, datname, 'CONNECT') ORDER BY 1`;
  expect(await query(server.adminUrl, sql)).toEqual(NAMES.map((name) => ({ rolname: name, datname: name })));
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

test('a later start finds the same roles and passwords', async () => {
  const again = await provision(server.adminUrl, 'DATABASE_URL', NAMES, await openSecrets(home.secrets));
  expect(again).toEqual(urls);
});

test('an administrator without superuser rights is enough', async () => {
  await query(server.adminUrl, `CREATE ROLE clerk LOGIN CREATEROLE CREATEDB PASSWORD 'clerk-clerk-clerk'`);
  const client = { username: 'clerk', password: 'clerk-clerk-clerk' };
  const url = Object.assign(new URL(server.adminUrl), client, { pathname: '/clerk' }).href;
  await query(server.adminUrl, 'CREATE DATABASE clerk OWNER clerk');
  const made = await provision(url, 'DATABASE_URL', ['havering'], await openSecrets(home.secrets));
  expect(await query(made.get('havering')!, 'SELECT current_user::text AS me')).toEqual([{ me: 'havering' }]);
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
