import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database';
import { AuditLog } from './audit-log';
import { AUDIT_SQL } from './audit-sql';
import { chainEnd } from './chain-end';
import { auditDatabase, entry, type AuditDatabase } from '../testing/audit-database';
import { verifyChain } from './verify-chain';

/** What installed the record of access before ADR 0032. */
const BEFORE = readFileSync(join(__dirname, '../testing/audit-before-0032.sql'), 'utf8');

let database: TestDatabase;
let audit: AuditDatabase;

beforeEach(async () => {
  database = await createTestDatabase();
  audit = await auditDatabase(database.url, BEFORE);
  for (const requestId of ['first', 'second']) {
    const body = JSON.stringify({ kind: 'ACCESS', recorder: 'lambeth', ...entry({ requestId }) });
    await audit.service('INSERT INTO audit.access_record (body) VALUES ($1)', [body]);
  }
});
afterEach(() => audit.end(() => database.drop()));

test('a record from before is brought up to date with every record, and is whole, before and after it goes on', async () => {
  const rows = 'SELECT * FROM audit.access_record ORDER BY seq';
  const [before, { head }] = [await audit.admin(rows), await chainEnd(audit.admin)];
  for (const _ of [1, 2]) await audit.admin(AUDIT_SQL);
  expect(await audit.admin(rows)).toEqual(before);
  expect(await verifyChain(audit.admin, { expect: head! })).toEqual([]);
  const log = new AuditLog(audit.service, 'lambeth');
  await log.append(entry({ requestId: 'third' }));
  expect(await verifyChain(audit.admin, { expect: head! })).toEqual([]);
  expect(await log.search({}, { first: 5 })).toMatchObject([
    { requestId: 'third' },
    { requestId: 'second', count: 1, asked: [], unseen: [] },
    { requestId: 'first' },
  ]);
});

test('a head that was set to 2099 drags no record along any more', async () => {
  await audit.admin(`ALTER TABLE audit.head DISABLE TRIGGER ALL; UPDATE audit.head SET recorded_at = '2099-01-01';
    ALTER TABLE audit.head ENABLE ALWAYS TRIGGER follows_records, ENABLE ALWAYS TRIGGER append_only`);
  await audit.admin(AUDIT_SQL);
  await new AuditLog(audit.service, 'lambeth').append(entry({ requestId: 'third' }));
  const [third] = await audit.admin('SELECT recorded_at FROM audit.access_record WHERE seq = 3');
  expect(new Date(String(third!['recorded_at'])).getFullYear()).toBeLessThan(2099);
  expect(await verifyChain(audit.admin)).toMatchObject([{ kind: 'HEAD', seq: 3 }]);
});
