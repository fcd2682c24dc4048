import { AUDIT_SQL, serviceRights } from '@hub/audit';
import { runSql, createTestDatabase, type TestDatabase } from './test-database';

/** A database as a subgraph is given one: its own login role may keep tables in it, and an administrator, who owns it, has installed the audit. */
export interface ServiceDatabase extends TestDatabase {
  /** By the administrator. */
  adminUrl: string;
}

/** Makes the database of a service, with a login role of its own. */
export async function createServiceDatabase({ isAudited = true } = {}): Promise<ServiceDatabase> {
  const { url: adminUrl, drop } = await createTestDatabase();
  // PostgreSQL lets a role in to the database of its own name alone.
  const name = new URL(adminUrl).pathname.slice(1);
  await runSql(adminUrl, `CREATE ROLE ${name} LOGIN PASSWORD 'only-for-tests'`);
  await runSql(adminUrl, serviceRights(name));
  if (isAudited) await runSql(adminUrl, AUDIT_SQL);
  const url = new URL(adminUrl);
  Object.assign(url, { username: name, password: 'only-for-tests' });
  return {
    url: url.href,
    adminUrl,
    async drop() {
      await drop();
      await runSql(process.env['TEST_DATABASE_URL']!, `DROP ROLE ${name}`);
    },
  };
}
