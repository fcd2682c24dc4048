import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database';
import { AUDIT_SQL } from './audit-sql';
import { checkAudit } from './check-audit';
import { auditDatabase, type AuditDatabase } from '../testing/audit-database';

let database: TestDatabase;
let audit: AuditDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  audit = await auditDatabase(database.url);
});
afterAll(() => audit.end(() => database.drop()));
beforeEach(() => audit.admin('BEGIN'));
afterEach(() => audit.admin('ROLLBACK'));

/** Checks as the service inside the administrator's transaction, so that a change of rights leaves nothing behind. */
async function checked(change: string): Promise<void> {
  await audit.admin(change.replaceAll('service', audit.role));
  await audit.admin(`SET LOCAL ROLE ${audit.role}`);
  try {
    await checkAudit(audit.admin);
  } finally {
    await audit.admin('RESET ROLE');
  }
}

test('a role that may insert and read, and nothing else, is fit', async () => {
  await checkAudit(audit.service);
  await checked('SELECT');
});

test('so is one whose record of access was installed twice', () => checked(AUDIT_SQL));

test.each([
  ['owns the database', 'ALTER DATABASE service OWNER TO service', 'ALTER DATABASE "'],
  ['owns the log', 'ALTER TABLE audit.access_record OWNER TO service', 'owns it'],
  ['owns the schema', 'ALTER SCHEMA audit OWNER TO service', 'owns it'],
  ['owns the stamp', 'ALTER FUNCTION audit.stamp OWNER TO service', 'owns it'],
  ['may act for the owner', 'GRANT hub_admin TO service', 'owns it'],
  ['is a superuser', 'ALTER ROLE service SUPERUSER', 'owns it'],
  ['may edit', 'GRANT UPDATE ON audit.access_record TO service', 'change or remove'],
  ['may edit a column', 'GRANT UPDATE (body) ON audit.access_record TO service', 'change or remove'],
  ['may remove', 'GRANT DELETE ON audit.access_record TO service', 'change or remove'],
  ['may empty the log', 'GRANT TRUNCATE ON audit.access_record TO service', 'change or remove'],
  ['may add triggers', 'GRANT TRIGGER ON audit.access_record TO service', 'change or remove'],
  ['may write everywhere', 'GRANT pg_write_all_data TO service', 'change or remove'],
  ['may choose places', 'GRANT INSERT (seq) ON audit.access_record TO service', 'its place or hash'],
  ['may move the head', 'GRANT UPDATE ON audit.head TO service', 'change the head'],
  ['may make functions', 'GRANT CREATE ON SCHEMA audit TO service', 'functions of its own'],
])('a role that %s is refused', async (_, change, message) => {
  await expect(checked(change)).rejects.toThrow(message);
});

test.each([
  ['is missing', 'DROP SCHEMA audit CASCADE', 'has no record of access. Install it'],
  ['cannot be written', 'REVOKE INSERT (body) ON audit.access_record FROM PUBLIC', 'may not append or read'],
  ['cannot be read', 'REVOKE SELECT ON audit.access_record FROM PUBLIC', 'may not append or read'],
  ['lacks a trigger', 'DROP TRIGGER append_only ON audit.access_record', 'its triggers are switched off'],
  ['has a trigger off', 'ALTER TABLE audit.access_record DISABLE TRIGGER stamp', 'its triggers are switched off'],
])('a record of access that %s is refused', async (_, change, message) => {
  await expect(checked(change)).rejects.toThrow(message);
});
