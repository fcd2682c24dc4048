import { administer, serviceRights, takeDatabase } from '@hub/audit';
import { escapeIdentifier, escapeLiteral, type Client } from 'pg';
import { installAudit } from '../audit/install-audit';
import { HubError, reasonOf } from '../errors';
import { databaseVariable, GATEWAY_ROLE, hostOf, REGISTRY_ROLE } from './database-plan';
import { limitConnections, makeLoginRole, type RoleNames } from './login-role';
import { connect, openDatabase, runSqlOf } from './open-database';
import type { Secrets } from './secrets';
import { HUB_SUBGRAPH } from './subgraph-list';

/**
 * Makes one login role and one database a subgraph, both of its name, on the server of an administrator, and in each
 * database the record of access. Database and record stay the administrator's; the role may connect, and keep tables in
 * the schema public. That of the registry has no record of access: nothing in it is of a child. With the London SCP's
 * database comes the gateway's role, which may connect to it and nothing else.
 * What is there already is checked and kept: the server may serve others too. A database that its role still owns, as
 * earlier versions left it, is taken from it.
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
  const make = async (name: string, database: string, makeAccess: (names: RoleNames) => Promise<void>, sql = '') => {
    const password = await secrets.passwordOf(name);
    const names = { name, host: hostOf(adminUrl), own: databaseVariable(name), variable };
    const url = at(adminUrl, database);
    Object.assign(url, { username: name, password });
    try {
      await makeLoginRole(admin, name, password, names);
      await makeAccess(names);
      // Nothing of a role that is not ours is changed.
      await checkOurs(url.href, names);
      await administer(runSqlOf(admin), database, limitConnections(name) + sql);
    } catch (error) {
      if (error instanceof HubError) throw error;
      throw new HubError('DATABASE_NO_RIGHT', { ...names, reason: reasonOf(error) });
    }
    urls.set(name, url.href);
  };
  try {
    for (const name of subgraphs) {
      await make(name, name, (names) => makeDatabase(admin, name, names), takeDatabase(name));
      const own = at(adminUrl, name).href;
      if (name === REGISTRY_ROLE) await giveRights(own, variable, name);
      else await installAudit(name, own, variable, name);
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

async function giveRights(url: string, variable: string, name: string): Promise<void> {
  const client = await openDatabase(url, variable);
  try {
    await administer(runSqlOf(client), name, serviceRights(name));
  } finally {
    await client.end();
  }
}

function at(adminUrl: string, database: string): URL {
  return Object.assign(new URL(adminUrl), { pathname: `/${database}` });
}

async function makeDatabase(admin: Client, name: string, names: RoleNames): Promise<void> {
  const id = escapeIdentifier(name);
  const { rows } = await admin.query<{ owner: string; isOurs: boolean; isUnfinished: boolean }>(
    `SELECT pg_get_userbyid(datdba) AS owner, NOT datallowconn AND datacl IS NULL AS "isUnfinished",
       pg_get_userbyid(datdba) = current_user
         AND EXISTS (SELECT FROM aclexplode(datacl) WHERE pg_get_userbyid(grantee) = $1) AS "isOurs"
     FROM pg_database WHERE datname = $1`,
    [name],
  );
  const found = rows[0];
  if (found?.isOurs || found?.owner === name) return;
  if (found !== undefined && !found.isUnfinished) {
    const reason = `the database belongs to "${found.owner}", and "${name}" was given no right to it`;
    throw new HubError('ROLE_NOT_OURS', { ...names, reason });
  }
  if (found === undefined) {
    // An administrator who is not a superuser (a cloud provider's) must be a member of the role to end its sessions.
    await admin.query(
      `DO $$ BEGIN
         IF NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN
           EXECUTE 'GRANT ' || quote_ident(${escapeLiteral(name)}) || ' TO CURRENT_USER';
         END IF;
       END $$`,
    );
    // Shut until its rights are set: by default every role of a server may connect to every database of it.
    await admin.query(`CREATE DATABASE ${id} TEMPLATE template0 ENCODING 'UTF8' ALLOW_CONNECTIONS false`);
  }
  await admin.query(
    `REVOKE ALL ON DATABASE ${id} FROM PUBLIC; GRANT CONNECT ON DATABASE ${id} TO ${id};
     ALTER DATABASE ${id} ALLOW_CONNECTIONS true`,
  );
}

async function checkOurs(url: string, names: RoleNames): Promise<void> {
  try {
    await (await connect(url)).end();
  } catch (error) {
    throw new HubError('ROLE_NOT_OURS', { ...names, reason: reasonOf(error) });
  }
}
