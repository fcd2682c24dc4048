import { administratorUrl, type RunSql } from '@hub/audit';
import { Client } from 'pg';
import { HubError, reasonOf } from '../errors';
import { hostOf } from './database-plan';

/**
 * Opens a connection that takes no setting from the database or the role; its owner ends it. All connections of the
 * command are made here: in a database that a service uses, an administrator must trust nothing.
 */
export async function connect(url: string, connectionTimeoutMillis = 10_000): Promise<Client> {
  const client = new Client({ connectionString: administratorUrl(url), connectionTimeoutMillis });
  client.on('error', () => undefined);
  try {
    await client.connect();
    // No function, which might be somebody's.
    const { rows } = await client.query<{ search_path: string }>('SHOW search_path');
    if (rows[0]?.search_path === 'pg_catalog') return client;
    throw new Error('settings of the connection were dropped: give the server itself, and no pooler before it');
  } catch (error) {
    await client.end().catch(() => undefined);
    throw error;
  }
}

/**
 * The same, for a database that somebody named.
 *
 * @param variable - where the URL came from, for messages
 */
export async function openDatabase(url: string, variable: string): Promise<Client> {
  try {
    return await connect(url);
  } catch (error) {
    throw new HubError('DATABASE_UNREACHABLE', { variable, host: hostOf(url), reason: reasonOf(error) });
  }
}

/** Statements by a connection. */
export function runSqlOf(client: Client): RunSql {
  return async (sql, parameters) => (await client.query<Record<string, unknown>>(sql, parameters)).rows;
}
