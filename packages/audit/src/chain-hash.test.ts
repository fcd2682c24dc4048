import { createTestDatabase } from '../../../test/support/test-database';
import { chainHash, GENESIS, type ChainedRecord } from './chain-hash';
import { MOMENT } from './sql/moment';
import { auditDatabase } from '../testing/audit-database';

const record: ChainedRecord = {
  previous: GENESIS,
  seq: 1,
  recordedAt: '2026-11-03T09:30:00.123456Z',
  writtenBy: 'lambeth',
  body: '{"person":"p-17"}',
};

test('the hash is that of the bytes as documented', () => {
  // Computed apart, by another language's library.
  expect(chainHash(record)).toBe('4f53b0708f0147b8aa93ded4546e36b5c17413517bfc1eb25494df9f5bc7dee7');
});

test.each<[string, Partial<ChainedRecord>]>([
  ['previous hash', { previous: '01'.repeat(32) }],
  ['place', { seq: 2 }],
  ['time', { recordedAt: '2026-11-03T09:30:00.123457Z' }],
  ['writer', { writtenBy: 'gateway' }],
  ['body', { body: '{"person":"p-18"}' }],
  ['border between writer and body', { writtenBy: 'lambeth{', body: '"person":"p-17"}' }],
])('another %s is another hash', (_, change) => {
  expect(chainHash({ ...record, ...change })).not.toBe(chainHash(record));
});

test('PostgreSQL computes the same, in any zone, style of dates and script', async () => {
  const database = await createTestDatabase();
  const { admin, end } = await auditDatabase(database.url);
  try {
    const bodies = ['', '{}', '{"reason":"Ünïcode — 兒童 👧"}', '"\\u00e9"', 'x'.repeat(100_000)];
    for (const zone of ['UTC', 'Pacific/Chatham', 'Europe/London']) {
      await admin(`SET TimeZone = '${zone}'; SET DateStyle = 'SQL, DMY'`);
      for (const [index, body] of bodies.entries()) {
        const seq = [1, 255, 256, 2 ** 40, Number.MAX_SAFE_INTEGER][index]!;
        const [row] = await admin(
          `SELECT encode(audit.hash_of(decode($1, 'hex'), $2, recorded_at, $4, $5), 'hex') AS hash, ${MOMENT} AS moment
           FROM (SELECT $3::timestamptz AS recorded_at) AS given`,
          ['ab'.repeat(32), seq, '2026-06-30T23:30:00.000001+01:00', 'tri-borough–é', body],
        );
        const { hash, moment } = row as { hash: string; moment: string };
        expect(moment).toBe('2026-06-30T22:30:00.000001Z');
        const same = { previous: 'ab'.repeat(32), seq, recordedAt: moment, writtenBy: 'tri-borough–é', body };
        expect(hash).toBe(chainHash(same));
      }
    }
  } finally {
    await end(() => database.drop());
  }
});
