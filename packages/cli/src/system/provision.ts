import { Client, escapeIdentifier, escapeLiteral } from 'pg';
import { installAudit } from '../audit/install-audit';
import { HubError, reasonOf } from '../errors';
import { databaseVariable, GATEWAY_ROLE, hostOf } from './database-plan';
import { makeLoginRole, type RoleNames } from './login-role';
import { openDatabase } from './open-database';
import type { Secrets } from './secrets';
import { HUB_SUBGRAPH } from './subgraph-list';

/**
 * Makes one login role and one database a subgraph, both of its name, on the server of an administrator, and in each
 * database the record of access, which stays the administrator's. With the London SCP's database comes the gateway's
 * role, which may connect to it and nothing else. What is there already is checked and kept, never changed: the server
 * may serve others too.
 *
 * @param adminUrl - the administrator's URL
 * @param variable - where that URL came from, for messages
 * @returns the URL of each process's database, by its own role
 */
export async function provision(
  adminUrl: string,
  variable: string,
  subgraphs: readonly string[],
  secrets: Secrets,
): Promise<Map<string, string>> {
  const admin = await openDatabase(adminUrl, variable);
  const urls = new Map<string, string>();
  const make = async (name: string, database: string, work: (names: RoleNames) => Promise<void>) => {
    const password = await secrets.passwordOf(name);
    const names = { name, host: hostOf(adminUrl), own: databaseVariable(name), variable };
    try {
      await makeLoginRole(admin, name, password, names);
      await work(names);
    } catch (error) {
      if (error instanceof HubError) throw error;
      throw new HubError('DATABASE_NO_RIGHT', { ...names, reason: reasonOf(error) });
    }
    const url = at(adminUrl, database);
    Object.assign(url, { username: name, password });
    urls.set(name, url.href);
    await checkOurs(url.href, names);
  };
  try {
    for (const name of subgraphs) {
      await make(name, name, (names) => makeDatabase(admin, name, names));
      await installAudit(name, at(adminUrl, name).href, variable);
    }
    if (subgraphs.includes(HUB_SUBGRAPH)) {
      const grant = `GRANT CONNECT ON DATABASE ${escapeIdentifier(HUB_SUBGRAPH)} TO ${escapeIdentifier(GATEWAY_ROLE)}`;
      await make(GATEWAY_ROLE, HUB_SUBGRAPH, async () => void (await admin.query(grant)));
    }
    return urls;
  } finally {
    await admin.end();
  }
}

function at(adminUrl: string, database: string): URL {
  return Object.assign(new URL(adminUrl), { pathname: `/${database}` });
}

async function makeDatabase(admin: Client, name: string, names: RoleNames): Promise<void> {
  const id = escapeIdentifier(name);
  const { rows } = await admin.query<{ owner: string }>(
    'SELECT pg_get_userbyid(datdba) AS owner FROM pg_database WHERE datname = $1',
    [name],
  );
  const owner = rows[0]?.owner;
  if (owner !== undefined && owner !== name) {
    throw new HubError('ROLE_NOT_OURS', { ...names, reason: `the database belongs to "${owner}"` });
  }
  if (owner === undefined) {
    // An administrator who is no superuser (a cloud provider's) must be a member of the role to give it a database.
    await admin.query(
      `DO $$ BEGIN
         IF NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN
           EXECUTE 'GRANT ' || quote_ident(${escapeLiteral(name)}) || ' TO CURRENT_USER';
         END IF;
       END $$`,
    );
    await admin.query(`CREATE DATABASE ${id} OWNER ${id} TEMPLATE template0 ENCODING 'UTF8'`);
  }
  // By default every role of a server may connect to every database of it.
  await admin.query(`REVOKE ALL ON DATABASE ${id} FROM PUBLIC`);
}

async function checkOurs(url: string, names: RoleNames): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    throw new HubError('ROLE_NOT_OURS', { ...names, reason: reasonOf(error) });
  } finally {
    await client.end().catch(() => undefined);
  }
}
