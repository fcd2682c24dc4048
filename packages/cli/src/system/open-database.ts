import { Client } from 'pg';
import { HubError, reasonOf } from '../errors';
import { hostOf } from './database-plan';

/**
 * Opens a connection; its owner ends it.
 *
 * @param variable - where the URL came from, for messages
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

/** Opens a database that was given as it is, and closes it: a wrong address is said before anything is started. */
export async function checkDatabase(url: string, variable: string): Promise<void> {
  await (await openDatabase(url, variable)).end();
}
