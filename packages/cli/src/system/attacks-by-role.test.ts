import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import { createConnection, createServer, type AddressInfo, type Socket } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { AUDIT_SQL } from '@hub/audit';
import { Client } from 'pg';
import { run } from '../main';
import { fakeWorkspace } from '../../testing/fake-workspace';
import { EVIL_COUNTERPARTS, evilFunction, PLANTED_RECORDS } from '../../testing/hostile-database';
import { openHubHome } from './hub-home';
import { connect } from './open-database';
import { startPostgres, type RunningPostgres } from './postgres';
import { provision } from './provision';
import { openSecrets, type Secrets } from './secrets';

/**
 * A role attacks the administrator in the database that it owns, as it did in earlier versions and as it may in one that
 * is given ready made.
 */

const workspace = fakeWorkspace([]);
const open: Client[] = [];
let server: RunningPostgres;
let secrets: Secrets;

beforeAll(async () => {
  const home = await openHubHome(workspace.home);
  secrets = await openSecrets(home.secrets);
  server = await startPostgres(home, await secrets.passwordOf('hub_admin'), () => undefined);
});
afterEach(async () => {
  jest.restoreAllMocks();
  await Promise.all(open.splice(0).map((client) => client.end().catch(() => undefined)));
});
afterAll(async () => {
  await server.stop();
  await workspace.remove();
});

/** As people's own tools connect: with whatever the database and the role set. */
async function opened(url: string): Promise<Client> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  open.push(client);
  return client;
}

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = await opened(url);
  try {
    const result = await client.query<Record<string, unknown>>(sql);
    return result.rows;
  } finally {
    await client.end();
  }
}

/** A role and its database as earlier versions made them, with the record of access or without. */
async function asBefore({ isAudited = true } = {}) {
  const name = `service-${randomUUID().slice(0, 8)}`;
  const password = await secrets.passwordOf(name);
  await query(server.adminUrl, `CREATE ROLE "${name}" LOGIN PASSWORD '${password}'`);
  await query(server.adminUrl, `CREATE DATABASE "${name}" OWNER "${name}" TEMPLATE template0 ENCODING 'UTF8'`);
  await query(server.adminUrl, `REVOKE ALL ON DATABASE "${name}" FROM PUBLIC`);
  const adminUrl = Object.assign(new URL(server.adminUrl), { pathname: `/${name}` }).href;
  if (isAudited) await query(adminUrl, AUDIT_SQL);
  const url = Object.assign(new URL(adminUrl), { username: name, password }).href;
  await query(url, `CREATE TABLE child (id int PRIMARY KEY); INSERT INTO child VALUES (1), (2)`);
  return { name, url, adminUrl };
}
type Service = Awaited<ReturnType<typeof asBefore>>;

/** What a role has of what it must not have; nothing, where it may only look after its tables. */
async function gains({ name, adminUrl }: Service): Promise<Record<string, unknown>> {
  // By a connection that cannot be attacked itself.
  const admin = await connect(adminUrl);
  const { rows } = await admin.query<Record<string, unknown>>(
    `SELECT rolsuper OR rolcreaterole OR rolcreatedb OR rolreplication OR rolbypassrls AS powers,
       EXISTS (SELECT FROM pg_auth_members WHERE member = r.oid) AS memberships,
       EXISTS (SELECT FROM pg_namespace WHERE nspname = 'audit' AND nspowner = r.oid) AS "ownsRecord",
       (SELECT count(*) FROM pg_class WHERE relname = 'called' AND relnamespace = to_regnamespace('evil'))::int AS planted
     FROM pg_roles AS r WHERE rolname = $1`,
    [name],
  );
  const called = rows[0]!['planted'] === 1 ? await admin.query('SELECT is_called FROM evil.called') : null;
  await admin.end();
  const { planted: _, ...had } = rows[0]!;
  return { ...had, calledByTheAdministrator: called?.rows[0] ? called.rows[0].is_called : false };
}
const NOTHING = { powers: false, memberships: false, ownsRecord: false, calledByTheAdministrator: false };

const adminOf = (name: string) => Object.assign(new URL(server.adminUrl), { pathname: `/${name}` }).href;
const silently = async (...args: string[]) => {
  jest.spyOn(process.stdout, 'write').mockReturnValue(true);
  jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  return run(args);
};
const docker = async ({ name }: Service) => {
  const script = join(__dirname, '../../../../scripts/docker/install-audit.mjs');
  await promisify(execFile)(process.execPath, [script, name], {
    env: { ...process.env, ADMIN_DATABASE_URL: server.adminUrl },
  });
};
const PATHS: [string, (service: Service) => Promise<unknown>][] = [
  ['hub audit verify', ({ name, adminUrl }) => silently('audit', 'verify', '--database', `${name}=${adminUrl}`)],
  ['hub audit install', ({ adminUrl }) => silently('audit', 'install', '--database', adminUrl)],
  ['the SQL of the record, by a tool', ({ name }) => query(adminOf(name), AUDIT_SQL)],
  ["Docker's script", docker],
  ['hub start', ({ name }) => provision(server.adminUrl, 'DATABASE_URL', [name], secrets)],
];

describe('a role that owns its database, with a schema of its own in the search path', () => {
  let service: Service;
  beforeAll(async () => {
    service = await asBefore();
    const { name, url } = service;
    await query(url, evilFunction(name) + EVIL_COUNTERPARTS);
    await query(url, `ALTER DATABASE "${name}" SET search_path = evil, pg_catalog, public`);
    await query(url, `ALTER ROLE "${name}" SET search_path = evil, pg_catalog, public`);
  });

  // In this order: the last takes the database from it.
  it.each(PATHS)('becomes no superuser by %s', async (_, path) => {
    await path(service);
    expect(await gains(service)).toEqual(NOTHING);
  });

  it('would become one, if a connection took what the database sets', async () => {
    await query(server.adminUrl, `ALTER DATABASE "${service.name}" SET search_path = evil, pg_catalog, public`);
    await query(service.adminUrl, `SELECT hashtext('as the administrator did')`);
    expect(await gains(service)).toMatchObject({ powers: true, calledByTheAdministrator: true });
  });
});

describe('a role that owns its database', () => {
  describe.each(Object.entries(PLANTED_RECORDS))('and made a record of access itself, of %s', (_, planted) => {
    it.each(PATHS)('becomes no superuser by %s', async (__, path) => {
      const service = await asBefore({ isAudited: false });
      await query(service.url, evilFunction(service.name) + planted);
      // Some refuse, some say so by their exit code.
      await path(service).catch(() => undefined);
      expect(await gains(service)).toEqual({ ...NOTHING, ownsRecord: true });
    });
  });

  it('hears why a record of access that somebody planted is neither installed nor read', async () => {
    const { name, url, adminUrl } = await asBefore({ isAudited: false });
    await query(url, evilFunction(name) + PLANTED_RECORDS.views!);
    const says = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    expect(await run(['audit', 'verify', '--database', `lambeth=${adminUrl}`])).toBe(1);
    expect(says.mock.calls.join('')).toContain(
      `it belongs to "${name}", whose functions would run with the rights of "hub_admin"`,
    );
    expect(await run(['audit', 'install', '--database', adminUrl])).toBe(1);
    expect(says.mock.calls.join('')).toContain(`the schema "audit" belongs to "${name}"`);
  });

  it('cannot have the record made in its own name', async () => {
    const service = await asBefore({ isAudited: false });
    for (const setting of ['role', 'session_authorization']) {
      await query(service.url, `ALTER DATABASE "${service.name}" SET ${setting} = "${service.name}"`);
    }
    expect(await silently('audit', 'install', '--database', service.adminUrl)).toBe(0);
    expect(await gains(service)).toEqual(NOTHING);
  });

  it.each([
    ['search_path', 'evil', 'pg_catalog'],
    ['role', 'service', 'none'],
    ['local_preload_libraries', 'nothing', ''],
    ['row_security', 'on', 'off'],
    ['standard_conforming_strings', 'off', 'on'],
    ['default_transaction_read_only', 'on', 'off'],
    ['default_transaction_isolation', 'serializable', 'read committed'],
    ['statement_timeout', '1', '0'],
    ['lock_timeout', '1', '5s'],
  ])('does not choose %s of an administrator, by database or role', async (setting, hostile, pinned) => {
    const { name, url, adminUrl } = await asBefore();
    const value = hostile === 'service' ? name : hostile;
    await query(
      url,
      `ALTER ROLE "${name}" SET ${setting} = '${value}'; ALTER DATABASE "${name}" SET ${setting} = '${value}'`,
    );
    // Its owner also chose what the administrator would ask for.
    const admin = await connect(`${adminUrl}?options=${encodeURIComponent(`-c search_path=public`)}`);
    expect((await admin.query(`SHOW ${setting}`)).rows).toEqual([{ [setting]: pinned }]);
    await admin.end();
  });

  it.each(['session_preload_libraries', 'session_replication_role', 'dynamic_library_path', 'event_triggers'])(
    'may not set %s at all',
    async (setting) => {
      const { name, url } = await asBefore();
      const set = query(
        url,
        `ALTER DATABASE "${name}" SET ${setting} = DEFAULT; ALTER DATABASE "${name}" SET ${setting} = 'off'`,
      );
      await expect(set).rejects.toMatchObject({ code: expect.stringMatching(/42501|22023/) as string });
      await expect(query(url, `CREATE EVENT TRIGGER e ON login EXECUTE FUNCTION evil()`)).rejects.toMatchObject({
        code: expect.stringMatching(/42501|42883/) as string,
      });
    },
  );

  it.each([
    ['the row of its database', 'ALTER DATABASE "service" CONNECTION LIMIT 7'],
    ['its own row', `ALTER ROLE "service" PASSWORD 'another-password'`],
  ])('does not keep the administrator out by %s, in a transaction that it never ends', async (_, sql) => {
    const service = await asBefore();
    await (await opened(service.url)).query(`BEGIN; ${sql.replace('service', service.name)}`);
    await provision(server.adminUrl, 'DATABASE_URL', [service.name], secrets);
    expect(await gains(service)).toEqual(NOTHING);
  });
});

test.each([
  ['an advisory lock', `SELECT pg_advisory_lock(hashtext('audit installation'))`],
  ['a record', `INSERT INTO audit.access_record (body) VALUES ('{"kind":"ACCESS","recorder":"x","requestId":"r"}')`],
  ['a read of the log', 'SELECT count(*) FROM audit.access_record'],
])('a role does not keep the administrator out by %s, in a transaction that it never ends', async (_, sql) => {
  const service = await asBefore();
  await provision(server.adminUrl, 'DATABASE_URL', [service.name], secrets);
  await (await opened(service.url)).query(`BEGIN; ${sql}`);
  await provision(server.adminUrl, 'DATABASE_URL', [service.name], secrets);
  expect(await silently('audit', 'verify', '--database', `x=${service.adminUrl}`)).toBe(0);
});

test('a database as earlier versions left it is taken from its role, with everything in it', async () => {
  const service = await asBefore();
  const { name, url } = service;
  await query(
    url,
    evilFunction(name) + `ALTER SCHEMA public OWNER TO "${name}"; CREATE VIEW seen AS SELECT id FROM child`,
  );
  await query(url, `ALTER DATABASE "${name}" SET work_mem = '64kB'; ALTER DATABASE "${name}" CONNECTION LIMIT 3`);
  await query(url, `GRANT ALL ON DATABASE "${name}" TO PUBLIC; GRANT CREATE ON DATABASE "${name}" TO pg_monitor`);
  for (let start = 1; start <= 2; start++) {
    const urls = await provision(server.adminUrl, 'DATABASE_URL', [name], secrets);
    expect(await query(urls.get(name)!, 'SELECT id FROM seen ORDER BY id')).toEqual([{ id: 1 }, { id: 2 }]);
  }
  await query(url, 'ALTER TABLE child ADD COLUMN name text; CREATE TABLE later (id int); INSERT INTO child VALUES (3)');
  const [state] = await query(
    server.adminUrl,
    `SELECT pg_get_userbyid(datdba) AS owner, datconnlimit, datacl::text AS rights,
       (SELECT count(*)::int FROM pg_db_role_setting WHERE setdatabase = d.oid) AS settings,
       (SELECT rolconnlimit FROM pg_roles WHERE rolname = $$${name}$$) AS connections
     FROM pg_database AS d WHERE datname = $$${name}$$`,
  );
  expect(state).toEqual({
    owner: 'hub_admin',
    datconnlimit: -1,
    rights: `{hub_admin=CTc/hub_admin,"\\"${name}\\"=c/hub_admin"}`,
    settings: 0,
    connections: 30,
  });
  const [schema] = await query(
    service.adminUrl,
    `SELECT pg_get_userbyid(nspowner) AS owner, nspacl::text AS rights FROM pg_namespace WHERE nspname = 'public'`,
  );
  expect(schema).toEqual({ owner: 'hub_admin', rights: `{hub_admin=UC/hub_admin,"\\"${name}\\"=UC/hub_admin"}` });
});

test('it is taken so too by an administrator who is not a superuser, and who is not attacked by it', async () => {
  const name = `service-${randomUUID().slice(0, 8)}`;
  const password = await secrets.passwordOf(name);
  await query(server.adminUrl, `CREATE ROLE clerk LOGIN CREATEROLE CREATEDB PASSWORD 'clerk-clerk-clerk'`);
  await query(server.adminUrl, 'CREATE DATABASE clerk OWNER clerk');
  appendFileSync(join(workspace.home, 'postgres/data/pg_hba.conf'), 'host all clerk 127.0.0.1/32 scram-sha-256\n');
  await query(server.adminUrl, 'SELECT pg_reload_conf()');
  const clerk = { username: 'clerk', password: 'clerk-clerk-clerk' };
  const clerkUrl = Object.assign(new URL(adminOf('clerk')), clerk).href;
  await query(clerkUrl, `CREATE ROLE "${name}" LOGIN PASSWORD '${password}'; GRANT "${name}" TO CURRENT_USER`);
  await query(clerkUrl, `CREATE DATABASE "${name}" OWNER "${name}" TEMPLATE template0 ENCODING 'UTF8'`);
  await query(Object.assign(new URL(adminOf(name)), clerk).href, AUDIT_SQL);
  const service = {
    name,
    adminUrl: adminOf(name),
    url: Object.assign(new URL(adminOf(name)), { username: name, password }).href,
  };
  await query(service.url, `${evilFunction(name)} CREATE TABLE child (id int); INSERT INTO child VALUES (1)`);
  await query(service.url, `ALTER DATABASE "${name}" SET search_path = public, pg_catalog`);
  await (await opened(service.url)).query('BEGIN; LOCK TABLE child');
  for (let start = 1; start <= 2; start++) await provision(clerkUrl, 'DATABASE_URL', [name], secrets);
  expect(await gains(service)).toEqual(NOTHING);
  expect(await query(service.url, 'INSERT INTO child VALUES (2) RETURNING id')).toEqual([{ id: 2 }]);
  await expect(query(service.url, 'CREATE SCHEMA more')).rejects.toMatchObject({ code: '42501' });
  const owner = `SELECT pg_get_userbyid(datdba) AS owner FROM pg_database WHERE datname = '${name}'`;
  expect(await query(server.adminUrl, owner)).toEqual([{ owner: 'clerk' }]);
});

test('a database of the same name that the administrator has already is not given away', async () => {
  const name = `own-${randomUUID().slice(0, 8)}`;
  await query(server.adminUrl, `CREATE DATABASE "${name}"`);
  const made = provision(server.adminUrl, 'DATABASE_URL', [name], secrets);
  await expect(made).rejects.toThrow(`the database belongs to "hub_admin", and "${name}" was given no right to it`);
});

test('a start that ended while it made a database is finished by the next', async () => {
  const name = `half-${randomUUID().slice(0, 8)}`;
  await query(server.adminUrl, `CREATE DATABASE "${name}" ALLOW_CONNECTIONS false`);
  const urls = await provision(server.adminUrl, 'DATABASE_URL', [name], secrets);
  expect(await query(urls.get(name)!, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
});

test('a pooler that drops what the client sent is noticed', async () => {
  // Of the same length: the packet says how long it is.
  const [ours, theirs] = ['search_path=pg_catalog', 'application_name=pooled'.slice(0, 22)];
  const sockets: Socket[] = [];
  const pooler = createServer((client) => {
    const upstream = createConnection(server.port, '127.0.0.1');
    client.once('data', (startup) => {
      upstream.write(Buffer.from(startup.toString('latin1').replace(ours, theirs), 'latin1'));
      client.pipe(upstream).pipe(client);
    });
    sockets.push(client, upstream);
    for (const socket of [client, upstream]) socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => pooler.listen(0, '127.0.0.1', resolve));
  const { port } = pooler.address() as AddressInfo;
  const url = Object.assign(new URL(server.adminUrl), { port: String(port) }).href;
  try {
    await expect(connect(url)).rejects.toThrow('settings of the connection were dropped');
  } finally {
    pooler.close();
    for (const socket of sockets) socket.destroy();
  }
});
