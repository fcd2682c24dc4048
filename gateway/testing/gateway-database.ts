import { AUDIT_SQL, type RunSql } from '@hub/audit';
import { Client } from 'pg';

/** A database with the record of access, and the role by which a gateway writes it: one that owns nothing. */
export interface GatewayDatabase {
  /** As the administrator. */
  run: RunSql;
  /** As the gateway. */
  url: string;
  /** Lets the gateway write, or only read. */
  allowWriting(isAllowed: boolean): Promise<void>;
  /** Keeps the gateway out, as a database that is down does, or lets it in again. */
  open(isOpen: boolean): Promise<void>;
  /** Ends the connection; the role goes after the database, which is dropped by whoever made it. */
  end(dropDatabase: () => Promise<void>): Promise<void>;
}

/** Installs the record of access in an empty database. */
export async function gatewayDatabase(adminUrl: string): Promise<GatewayDatabase> {
  const admin = await connected(adminUrl);
  // The cluster lets a role open the database of its own name alone.
  const role = new URL(adminUrl).pathname.slice(1);
  await admin.query(AUDIT_SQL);
  await admin.query(
    `CREATE ROLE ${role} LOGIN PASSWORD 'only-for-tests'; GRANT CONNECT ON DATABASE ${role} TO ${role}`,
  );
  const url = new URL(adminUrl);
  Object.assign(url, { username: role, password: 'only-for-tests' });
  return {
    run: async (sql, parameters) => (await admin.query<Record<string, unknown>>(sql, parameters)).rows,
    url: url.href,
    async allowWriting(isAllowed) {
      const change = isAllowed
        ? 'GRANT INSERT (body) ON audit.access_record TO'
        : 'REVOKE INSERT (body) ON audit.access_record FROM';
      await admin.query(`${change} PUBLIC`);
    },
    async open(isOpen) {
      await admin.query(`ALTER ROLE ${role} ${isOpen ? 'LOGIN' : 'NOLOGIN'}`);
      if (!isOpen)
        await admin.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = $1', [role]);
    },
    async end(dropDatabase) {
      await admin.end();
      await dropDatabase();
      const server = await connected(Object.assign(new URL(adminUrl), { pathname: '/postgres' }).href);
      await server.query(`DROP ROLE ${role}`);
      await server.end();
    },
  };
}

async function connected(url: string): Promise<Client> {
  const client = new Client({ connectionString: url });
  await client.connect();
  return client;
}
