import { randomUUID } from 'node:crypto';
import { Client } from 'pg';

/** A database of one test's own. */
export interface TestDatabase {
  url: string;
  /** Removes it, ending whoever is still connected. */
  drop(): Promise<void>;
}

/** Makes an empty database in the PostgreSQL of the unit tests. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const adminUrl = process.env['TEST_DATABASE_URL'];
  if (!adminUrl) throw new Error('TEST_DATABASE_URL is missing. Run the tests by npm test, which starts PostgreSQL.');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await runSql(adminUrl, `CREATE DATABASE ${name}`);
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  return { url: url.href, drop: async () => void (await runSql(adminUrl, `DROP DATABASE ${name} WITH (FORCE)`)) };
}

/** Runs statements by a connection of their own. */
export async function runSql(url: string, statement: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.end();
  }
}
