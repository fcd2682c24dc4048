import { Client, Pool } from 'pg';
import type { AccessEntry } from '../src/access-entry';
import { AUDIT_SQL } from '../src/audit-sql';
import type { RunSql } from '../src/run-sql';
import { serviceRights } from '../src/service-rights';

/** A database with a record of access, and the two who come to it. */
export interface AuditDatabase {
  /** As the administrator, who is a superuser. */
  admin: RunSql;
  /** As the service: a role without powers that owns nothing but its tables, as the hub provisions it. */
  service: RunSql;
  role: string;
  serviceUrl: string;
  /** Ends the connections and drops the role. The database is dropped by whoever made it, between the two. */
  end(dropDatabase: () => Promise<void>): Promise<void>;
}

/**
 * Installs the record of access in an empty database, and makes the role of the service that will write it.
 *
 * @param sql - what installs it. @default what does today
 */
export async function auditDatabase(adminUrl: string, sql = AUDIT_SQL): Promise<AuditDatabase> {
  const admin = new Pool({ connectionString: adminUrl, max: 1 });
  // The cluster lets a role open the database of its own name alone.
  const role = new URL(adminUrl).pathname.slice(1);
  await admin.query(`CREATE ROLE ${role} LOGIN PASSWORD 'only-for-tests'`);
  await admin.query(`REVOKE ALL ON DATABASE ${role} FROM PUBLIC; GRANT CONNECT ON DATABASE ${role} TO ${role}`);
  await admin.query(sql + serviceRights(role));
  const serviceUrl = new URL(adminUrl);
  Object.assign(serviceUrl, { username: role, password: 'only-for-tests' });
  const service = new Pool({ connectionString: serviceUrl.href, max: 8 });
  for (const pool of [admin, service]) pool.on('error', () => undefined);
  return {
    admin: runSql(admin),
    service: runSql(service),
    role,
    serviceUrl: serviceUrl.href,
    async end(dropDatabase) {
      await service.end();
      await admin.end();
      await dropDatabase();
      const url = new URL(adminUrl);
      url.pathname = '/postgres';
      const client = new Client({ connectionString: url.href });
      await client.connect();
      await client.query(`DROP ROLE ${role}`);
      await client.end();
    },
  };
}

/** An entry that says what a test asks for. */
export function entry(o: Partial<AccessEntry> = {}): Omit<AccessEntry, 'kind' | 'recorder'> {
  return {
    requestId: 'request-1',
    person: 'p-17',
    role: 'duty-team',
    organisation: 'E09000022',
    partnership: 'lambeth',
    purpose: 'CROSS_BOUNDARY_MOVEMENT',
    reason: 'A family moves to Redbridge.',
    alert: null,
    operation: 'Movement',
    operationHash: 'yP4hmyS0sZk3vsoVoXkyKqGQbB2zY3Kpk8mG3aBvY2c',
    fields: ['ChildMovement.origin'],
    refused: [],
    children: ['child:v1:aaaa'],
    outcome: 'ANSWERED',
    coverage: { asked: ['lambeth'], answered: ['lambeth'] },
    ...o,
  };
}

function runSql(pool: Pool): RunSql {
  return async (sql, parameters) => (await pool.query<Record<string, unknown>>(sql, parameters)).rows;
}
