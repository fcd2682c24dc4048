import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database';
import { AuditLog } from './audit-log';
import { auditDatabase, entry, type AuditDatabase } from '../testing/audit-database';
import { verifyChain } from './verify-chain';

let database: TestDatabase;
let audit: AuditDatabase;
let log: AuditLog;

beforeAll(async () => {
  database = await createTestDatabase();
  audit = await auditDatabase(database.url);
  log = new AuditLog(audit.service, 'gateway');
});
afterAll(() => audit.end(() => database.drop()));

const who = (person: string) => ({
  person,
  role: 'duty-team' as const,
  organisation: 'E09000022',
  partnership: 'lambeth',
  requestId: `request-of-${person}`,
  reason: 'A child is in danger tonight.',
});
const closing = (alert: string) => ({
  alert,
  person: 'officer',
  role: 'privacy-officer' as const,
  organisation: 'london-scp',
  partnership: null,
  requestId: 'closing',
  finding: 'Justified.',
});
const open = async (person: string, minutes = 60) => {
  const glass = await log.openGlass(who(person), minutes);
  if ('ended' in glass) throw new Error('the window is over');
  return glass;
};

/** Holds all back at the lock of the log until several wait there, so that they surely meet. */
async function atOnce<T>(waiting: number, start: () => Promise<T>[]): Promise<T[]> {
  await audit.admin('BEGIN; SELECT FROM audit.head FOR UPDATE');
  const results = Promise.all(start());
  const held = `SELECT count(*)::integer AS count FROM pg_locks JOIN pg_stat_activity USING (pid)
    WHERE NOT granted AND datname = current_database()`;
  for (let tries = 0; (await audit.admin(held))[0]!['count'] !== waiting; tries++) {
    if (tries === 200) throw new Error(`not ${waiting} at the lock`);
    await new Promise((resolve) => setTimeout(resolve, 10));
    // Else a transaction sees the sessions as they were when it first looked.
    await audit.admin('SELECT pg_stat_clear_snapshot()');
  }
  await audit.admin('COMMIT');
  return results;
}

test('twenty operations of one person at once raise one alert', async () => {
  // As many meet as the service has connections.
  const glasses = await atOnce(8, () => Array.from({ length: 20 }, () => open('racer')));
  expect(new Set(glasses.map(({ alert }) => alert)).size).toBe(1);
  expect((await log.alerts({}, { first: 100 })).filter(({ person }) => person === 'racer')).toHaveLength(1);
});

test('a window is as long as it was asked for, and later operations do not lengthen it', async () => {
  const before = Date.now();
  const first = await open('patient', 60);
  const lasts = Date.parse(first.until) - before;
  expect(lasts).toBeGreaterThan(59 * 60_000);
  expect(lasts).toBeLessThan(61 * 60_000);
  expect(await open('patient', 60)).toEqual(first);
});

test("each person's window is their own", async () => {
  expect((await open('one')).alert).not.toBe((await open('other')).alert);
});

test('once the window is over there is no other, until the alert is closed', async () => {
  const glass = await log.openGlass(who('late'), 0);
  const alert = 'ended' in glass ? glass.ended : '';
  expect(await log.openGlass(who('late'), 60)).toEqual({ ended: alert });
  expect(await log.closeAlert(closing(alert))).toBe('CLOSED');
  const next = await open('late');
  expect(next.alert).not.toBe(alert);
});

test('an alert is closed once, also by two at once', async () => {
  const { alert } = await open('closed');
  const results = await atOnce(2, () => [log.closeAlert(closing(alert)), log.closeAlert(closing(alert))]);
  expect(results.sort()).toEqual(['ALREADY_CLOSED', 'CLOSED']);
  expect(await log.closeAlert(closing('alert:none'))).toBe('UNKNOWN');
});

test('whoever broke the glass cannot close its alert, in whichever role they come, and somebody else can', async () => {
  const { alert } = await open('both');
  const own = { ...closing(alert), person: 'both' };
  expect(await log.closeAlert(own)).toBe('OWN');
  expect((await log.alerts({ isOpen: true }, { first: 1 }))[0]?.alert).toBe(alert);
  expect(await log.closeAlert(closing(alert))).toBe('CLOSED');
  expect(await log.closeAlert(own)).toBe('OWN');
});

test('the privacy officer sees who broke the glass, why, and what was found', async () => {
  const { alert, until } = await open('seen');
  const raised = { recorder: 'gateway', ...who('seen'), alert, until };
  const newest = async (isOpen?: boolean) => (await log.alerts({ isOpen }, { first: 1 }))[0];
  expect(await newest(true)).toMatchObject({ ...raised, closed: null });
  await log.closeAlert(closing(alert));
  expect(await newest()).toMatchObject({ ...raised, closed: { ...closing(alert), recorder: 'gateway' } });
  expect((await newest(false))?.alert).toBe(alert);
  expect((await newest(true))?.alert).not.toBe(alert);
});

test('alerts come in pages, newest first', async () => {
  const all = await log.alerts({}, { first: 100 });
  const [first, second] = await log.alerts({}, { first: 2 });
  expect([first, second]).toEqual(all.slice(0, 2));
  expect(await log.alerts({}, { first: 1, after: first!.seq })).toEqual([second]);
});

test('alerts are records of the chain, and no records of access', async () => {
  await log.append(entry({ person: 'seen' }));
  expect(await log.search({ person: 'seen' }, { first: 10 })).toHaveLength(1);
  expect(await verifyChain(audit.service)).toEqual([]);
});
