import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database';
import type { AccessEntry, NewAccess } from './access-entry';
import { AuditLog } from './audit-log';
import { Strangers } from './strangers';
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

let made = 0;
/** What somebody without a token was refused. */
const attempt = (address: string, o: Partial<AccessEntry> = {}): NewAccess => ({
  ...entry({
    requestId: `r-${++made}`,
    outcome: 'REFUSED',
    children: [],
    fields: [],
    refused: ['Query.movement'],
    ...o,
  }),
  ...{ person: null, role: null, organisation: null, partnership: null, purpose: null, reason: null, address },
});
const stored = () => log.search({}, { first: 101 });
const size = async () => {
  const [row] = await audit.admin('SELECT max(octet_length(body)) AS size FROM audit.access_record');
  return Number(row!['size']);
};

test('ten thousand refusals of one address are two records, and none of them is lost', async () => {
  for (let time = 0; time < 10_000; time++) await log.append(attempt('192.0.2.1'));
  const last = `r-${made}`;
  expect(await stored()).toMatchObject([{ address: '192.0.2.1', requestId: `r-${made - 9999}`, count: 1 }]);
  await log.close();
  const [counted, ...others] = await stored();
  expect(counted).toMatchObject({
    address: '192.0.2.1',
    count: 9999,
    requestId: last,
    outcome: 'REFUSED',
    person: null,
  });
  expect(Date.parse(counted!.since!)).toBeLessThanOrEqual(Date.parse(counted!.recordedAt));
  expect(others).toHaveLength(1);
});

test('a thousand addresses are told apart up to a bound, and the rest is counted together', async () => {
  const before = (await stored()).length;
  for (let time = 0; time < 3; time++) {
    for (let address = 0; address < 1000; address++) await log.append(attempt(`2001:db8:0:${address}::`));
  }
  await log.close();
  const records = (await stored()).slice(0, -before);
  expect(records).toHaveLength(20 + 20 + 1);
  expect(records.reduce((sum, { count }) => sum + count, 0)).toBe(3000);
  expect(records.filter(({ address }) => address === 'other addresses')).toMatchObject([{ count: 980 * 3 }]);
});

test('many at once are counted like many after each other', async () => {
  const before = (await stored()).length;
  await Promise.all(Array.from({ length: 500 }, () => log.append(attempt('192.0.2.7'))));
  await log.close();
  expect((await stored()).slice(0, -before)).toMatchObject([{ count: 499 }, { count: 1 }]);
});

test('no name and no list of theirs makes a record large', async () => {
  const long = 'x'.repeat(900_000);
  const many = Array.from({ length: 5000 }, (_, index) => `${index}${long.slice(0, 1000)}`);
  await log.append(attempt(long, { operation: long, requestId: long, refused: many, asked: many, fields: many }));
  await log.append(attempt('192.0.2.9', { operation: 'a\0b\ud83d', refused: many }));
  await log.close();
  expect(await size()).toBeLessThan(8 * 1024);
});

test('callers with a token are recorded one by one', async () => {
  const before = (await stored()).length;
  for (let time = 0; time < 5; time++) await log.append(entry({ requestId: `own-${time}` }));
  expect((await stored()).length).toBe(before + 5);
});

test('the log that holds the counts is whole', async () => {
  expect(await verifyChain(audit.admin)).toEqual([]);
});

describe('a count', () => {
  let written: AccessEntry[][];
  let isBroken: boolean;
  let strangers: Strangers;

  beforeEach(() => {
    jest.useFakeTimers();
    written = [];
    isBroken = false;
    strangers = new Strangers(async (entries) => {
      if (isBroken) throw new Error('no database');
      written.push(entries);
    });
  });
  afterEach(() => jest.useRealTimers());

  const ask = (address = 'a') => strangers.append({ kind: 'ACCESS', recorder: 'gateway', ...attempt(address) });
  const counts = () => written.map((entries) => entries.map(({ address, count = 1 }) => [address, count]));

  it('is written when the minute is over, and the next of the address is the first again', async () => {
    for (let time = 0; time < 4; time++) await ask();
    await jest.advanceTimersByTimeAsync(59_000);
    expect(counts()).toEqual([[['a', 1]]]);
    await jest.advanceTimersByTimeAsync(1000);
    expect(counts()).toEqual([[['a', 1]], [['a', 3]]]);
    await ask();
    expect(counts().at(-1)).toEqual([['a', 1]]);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(counts()).toHaveLength(3);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('goes on while it cannot be written, and nothing of it is lost', async () => {
    isBroken = true;
    for (let time = 0; time < 4; time++) await ask();
    await jest.advanceTimersByTimeAsync(120_000);
    await expect(strangers.flush()).rejects.toThrow('no database');
    for (let time = 0; time < 50; time++) await ask(`other ${time}`);
    isBroken = false;
    await jest.advanceTimersByTimeAsync(60_000);
    const [told] = counts();
    expect(told![0]).toEqual(['a', 4]);
    expect(told!.reduce((sum, [, count]) => sum + Number(count), 0)).toBe(54);
    expect(told!.length).toBeLessThanOrEqual(21);
  });
});
