import { Client, escapeIdentifier, escapeLiteral } from 'pg';
import { HubError, reasonOf } from '../errors';
import { databaseVariable, hostOf } from './database-plan';
import { scramVerifier } from './scram-verifier';
import type { Secrets } from './secrets';

/** Rights that would let one partnership's role reach another's data. */
const POWERS = ['rolsuper', 'rolcreatedb', 'rolcreaterole', 'rolreplication', 'rolbypassrls'] as const;

/**
 * Makes one login role and one database a subgraph, both of its name, on the server of an administrator. What is
 * there already is checked and kept, never changed: the server may serve others too.
 *
 * @param adminUrl - the administrator's URL
 * @param variable - where that URL came from, for messages
 * @returns the URL of each subgraph's database, by its own role
 */
export async function provision(
  adminUrl: string,
  variable: string,
  subgraphs: readonly string[],
  secrets: Secrets,
): Promise<Map<string, string>> {
  const admin = await openDatabase(adminUrl, variable);
  try {
    const urls = new Map<string, string>();
    for (const name of subgraphs) {
      const password = await secrets.passwordOf(name);
      const names = { name, host: hostOf(adminUrl), own: databaseVariable(name), variable };
      try {
        await makeRole(admin, name, password, names);
        await makeDatabase(admin, name, names);
      } catch (error) {
        if (error instanceof HubError) throw error;
        throw new HubError('DATABASE_NO_RIGHT', { ...names, reason: reasonOf(error) });
      }
      const url = new URL(adminUrl);
      Object.assign(url, { username: name, password, pathname: `/${name}` });
      urls.set(name, url.href);
      await checkOurs(url.href, names);
    }
    return urls;
  } finally {
    await admin.end();
  }
}

/** Opens a database that was given as it is, and closes it: a wrong address is said before anything is started. */
export async function checkDatabase(url: string, variable: string): Promise<void> {
  await (await openDatabase(url, variable)).end();
}

type Names = Record<'name' | 'host' | 'own' | 'variable', string>;

async function makeRole(admin: Client, name: string, password: string, names: Names): Promise<void> {
  const { rows } = await admin.query(`SELECT ${POWERS.join(', ')} FROM pg_roles WHERE rolname = $1`, [name]);
  const existing = rows[0] as Record<string, boolean> | undefined;
  if (existing === undefined) {
    await admin.query(
      `CREATE ROLE ${escapeIdentifier(name)} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS
       PASSWORD ${escapeLiteral(scramVerifier(password))}`,
    );
    return;
  }
  const powers = POWERS.filter((power) => existing[power]);
  if (powers.length > 0) throw new HubError('ROLE_TOO_STRONG', { ...names, powers: powers.join(', ') });
}

async function makeDatabase(admin: Client, name: string, names: Names): Promise<void> {
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

async function checkOurs(url: string, names: Names): Promise<void> {
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

/**
 * Opens a database, or says why it cannot be opened.
 *
 * @param variable - where the URL came from, for the message
 */
export async function openDatabase(url: string, variable: string): Promise<Client> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return client;
  } catch (error) {
    await client.end().catch(() => undefined);
    throw new HubError('DATABASE_UNREACHABLE', { variable, host: hostOf(url), reason: reasonOf(error) });
  }
}
