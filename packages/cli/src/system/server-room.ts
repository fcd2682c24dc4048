import { hostOf } from './database-plan';
import { openDatabase } from './open-database';

/** The PostgreSQL server behind an address, and how much of it a hub may use. */
export interface ServerRoom {
  /** The same for every address and database of one server. */
  server: string;
  /** Host and port, which may be printed. */
  host: string;
  /** Sessions at once: those that it allows, less what it reserves and what others hold now. */
  available: number;
}

/**
 * Asks a server how much room it has, and closes the connection: a wrong address is said before anything is started.
 *
 * @param variable - where the URL came from, for messages
 * @param ours - the roles of the hub's processes, whose sessions are not others'
 */
export async function roomAt(url: string, variable: string, ours: readonly string[]): Promise<ServerRoom> {
  const client = await openDatabase(url, variable);
  try {
    const { rows } = await client.query<{ server: string; available: number }>(
      `SELECT pg_postmaster_start_time()::text AS server,
         current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int
           - coalesce(current_setting('reserved_connections', true), '0')::int
           - (SELECT count(*)::int FROM pg_stat_activity WHERE usename <> ALL ($1) AND pid <> pg_backend_pid())
           AS available`,
      [ours],
    );
    return { ...rows[0]!, host: hostOf(url) };
  } finally {
    await client.end();
  }
}
