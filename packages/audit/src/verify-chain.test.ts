import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database';
import { AuditLog } from './audit-log';
import { chainEnd } from './chain-end';
import type { ChainHead } from './chain-walk';
import { auditDatabase, entry, type AuditDatabase } from '../testing/audit-database';
import { verifyChain } from './verify-chain';

/** More than two pages of the verification. */
const COUNT = 1200;

let database: TestDatabase;
let audit: AuditDatabase;
let noted: ChainHead;

beforeAll(async () => {
  database = await createTestDatabase();
  audit = await auditDatabase(database.url);
  const body = JSON.stringify({ kind: 'ACCESS', recorder: 'lambeth', ...entry() });
  await audit.admin('INSERT INTO audit.access_record (body) SELECT $1 FROM generate_series(1, $2::integer)', [
    body,
    COUNT,
  ]);
  noted = (await chainEnd(audit.admin)).head!;
});
afterAll(() => audit.end(() => database.drop()));

/** As somebody who is a superuser: the triggers are off, and what is done is undone after the look. */
async function tampered(statements: string, expect?: ChainHead): Promise<(string | number)[][]> {
  await audit.admin('BEGIN');
  try {
    await audit.admin(
      `ALTER TABLE audit.access_record DISABLE TRIGGER ALL; ALTER TABLE audit.head DISABLE TRIGGER ALL`,
    );
    await audit.admin(statements);
    return (await verifyChain(audit.admin, { expect })).map(({ kind, seq, message }) => [kind, seq, message]);
  } finally {
    await audit.admin('ROLLBACK');
  }
}

/** Makes the hashes of a stretch of the log anew, each after the one before. */
const rehash = (from: number, to: number) => `
  DO $$ BEGIN FOR place IN ${from}..${to} LOOP
    UPDATE audit.access_record r SET previous = coalesce(
      (SELECT hash FROM audit.access_record WHERE seq = place - 1), decode(repeat('00', 32), 'hex')) WHERE seq = place;
    UPDATE audit.access_record SET hash = audit.hash_of(previous, seq, recorded_at, written_by, body) WHERE seq = place;
  END LOOP; END $$;`;
const headAt = (seq: number) =>
  `UPDATE audit.head SET (seq, recorded_at, hash) =
     (SELECT seq, recorded_at, hash FROM audit.access_record WHERE seq = ${seq});`;
const renumber = (from: number, by: number) => `
  UPDATE audit.access_record SET seq = -seq WHERE seq >= ${from};
  UPDATE audit.access_record SET seq = -seq + ${by} WHERE seq < 0;`;
const copyTo = (seq: number) => `
  INSERT INTO audit.access_record (seq, recorded_at, written_by, body, previous, hash)
    SELECT ${seq}, recorded_at, written_by, body, previous, hash FROM audit.access_record WHERE seq = 1;`;

test('a log that nobody touched is whole, also while it grows', async () => {
  const writing = new AuditLog(audit.service, 'lambeth').append(entry());
  expect(await verifyChain(audit.service, { expect: noted })).toEqual([]);
  await writing;
  expect(await verifyChain(audit.service, { expect: noted })).toEqual([]);
});

test('an empty log is whole', async () => {
  const other = await createTestDatabase();
  const empty = await auditDatabase(other.url);
  expect(await verifyChain(empty.service)).toEqual([]);
  await empty.end(() => other.drop());
});

test.each([
  ['body', `body = replace(body, 'p-17', 'p-18')`],
  ['time', `recorded_at = recorded_at + interval '1 microsecond'`],
  ['writer', `written_by = 'gateway'`],
  ['hash', `hash = sha256('')`],
  ['link', `previous = sha256('')`],
])('an edited %s is found at its place', async (_, change) => {
  expect(await tampered(`UPDATE audit.access_record SET ${change} WHERE seq = 700`)).toEqual([
    ['EDITED', 700, 'Record 700 was edited: its hash does not fit what it says.'],
  ]);
});

test('an edited record whose own hash was made anew is found by the next', async () => {
  const edit = `UPDATE audit.access_record SET body = replace(body, 'p-17', 'p-18') WHERE seq = 700;${rehash(700, 700)}`;
  expect(await tampered(edit)).toEqual([
    [
      'REPLACED',
      700,
      'Record 700 was replaced, or edited and its hash made anew: record 701 was written after another.',
    ],
  ]);
});

test.each([
  ['first', 'seq = 1', 'Record 1 is missing: it was removed.', 1],
  ['first of all', 'seq <= 600', 'Records 1 to 600 are missing: they were removed.', 1],
  ['middle', 'seq BETWEEN 499 AND 502', 'Records 499 to 502 are missing: they were removed.', 499],
  ['last', 'seq >= 1200', 'Records 1200 to 1201 are missing: they were removed at the end.', 1200],
  ['whole', 'true', 'Records 1 to 1201 are missing: they were removed at the end.', 1],
])('removed: the %s part of the log is missing, and it is said which', async (_, where, message, seq) => {
  expect(await tampered(`DELETE FROM audit.access_record WHERE ${where}`)).toEqual([['MISSING', seq, message]]);
});

test('removed, and the later ones moved up', async () => {
  const found = await tampered(`DELETE FROM audit.access_record WHERE seq = 700;${renumber(701, -1)}`);
  expect(found).toEqual([
    ['OUT_OF_PLACE', 700, expect.stringContaining('Records 700 to 1200 were written as records 701 to 1201')],
    ['MISSING', 1201, expect.any(String)],
  ]);
});

test('two that changed places', async () => {
  const swap = `UPDATE audit.access_record SET seq = -1 WHERE seq = 500;
    UPDATE audit.access_record SET seq = 500 WHERE seq = 501; UPDATE audit.access_record SET seq = 501 WHERE seq = -1;`;
  expect(await tampered(swap)).toEqual([
    ['OUT_OF_PLACE', 500, expect.stringContaining('Record 500 was written as record 501')],
    ['OUT_OF_PLACE', 501, expect.stringContaining('Record 501 was written as record 500')],
  ]);
});

test('inserted in the middle, with hashes that fit what is before it', async () => {
  const found = await tampered(`${renumber(700, 1)}${copyTo(700)}${rehash(700, 700)}`);
  expect(found).toEqual([
    ['TIME', 700, expect.stringContaining('before the record that it follows')],
    ['OUT_OF_PLACE', 701, expect.stringContaining('Records 701 to 1202 were written as records 700 to 1201')],
    ['INSERTED', 1202, expect.stringContaining('beyond the head')],
  ]);
});

test.each([
  ['before the first', copyTo(0), 0, 'Record 0 stands before the first place: it was put in.'],
  [
    'after the last',
    `${copyTo(1202)} UPDATE audit.access_record SET recorded_at = (SELECT recorded_at FROM audit.head) WHERE seq = 1202;
     ${rehash(1202, 1202)}`,
    1202,
    'Record 1202 stands beyond the head (1201): put in, or the head was set back.',
  ],
])('inserted %s', async (_, statements, seq, message) => {
  expect(await tampered(statements)).toEqual([['INSERTED', seq, message]]);
});

test('inserted beside another, also where a page ends', async () => {
  const found = await tampered(`ALTER TABLE audit.access_record DROP CONSTRAINT access_record_pkey;${copyTo(500)}`);
  expect(found).toContainEqual(['INSERTED', 500, 'Two records stand at place 500: one was put in.']);
  expect(found.every(([, seq]) => seq === 500)).toBe(true);
});

test.each([
  ['changed', `UPDATE audit.head SET hash = sha256('')`, 'The head does not fit record 1201'],
  ['removed', 'DELETE FROM audit.head', 'The log has no head'],
  ['given another time', `UPDATE audit.head SET recorded_at = '2099-01-01'`, 'The head is of 2099-01-01T00:00'],
  ['given no time', `UPDATE audit.head SET recorded_at = 'infinity'`, 'The head is of infinity'],
])('a head that was %s', async (_, statement, message) => {
  expect(await tampered(statement)).toEqual([['HEAD', 1201, expect.stringContaining(message)]]);
});

describe('a column that records are searched by', () => {
  const freed = (column: string) => `ALTER TABLE audit.access_record ALTER COLUMN ${column} DROP EXPRESSION;`;

  test.each([
    ...['kind', 'recorder', 'request_id', 'person', 'role', 'organisation'].map((column) => [column, `'another'`]),
    ...['partnership', 'purpose', 'alert', 'outcome'].map((column) => [column, `'another'`]),
    ['person', 'NULL'],
    ['children', `'{}'`],
    ['children', `'{p1:1:another}'`],
    ['children', 'NULL'],
  ])('rebuilt as a plain one, is found, and the record where it lies: %s is %s', async (column, value) => {
    const free = `${freed(column!)} ALTER TABLE audit.access_record DROP CONSTRAINT access_record_kind_check;`;
    expect(await tampered(`${free} UPDATE audit.access_record SET ${column} = ${value} WHERE seq = 700`)).toEqual([
      ['COLUMN', 0, `The column ${column} is not made from the records any more, and may say anything.`],
      ['COLUMN', 700, `The column ${column} of record 700 does not say what the record says.`],
    ]);
  });

  test('made from something else, is found before it lies', async () => {
    const remade = `ALTER TABLE audit.access_record DROP COLUMN person;
      ALTER TABLE audit.access_record ADD COLUMN person text GENERATED ALWAYS AS
        (CASE body::jsonb ->> 'person' WHEN 'p-99' THEN NULL ELSE body::jsonb ->> 'person' END) STORED`;
    expect(await tampered(remade)).toEqual([['COLUMN', 0, expect.stringContaining('The column person')]]);
  });

  test('made by a function that was changed, is found where it lies', async () => {
    const remade = `CREATE OR REPLACE FUNCTION audit.texts(list jsonb) RETURNS text[] LANGUAGE sql IMMUTABLE
        AS 'SELECT ''{}''::text[]';
      ALTER TABLE audit.access_record ENABLE TRIGGER stamp; ALTER TABLE audit.head DISABLE TRIGGER ALL;
      INSERT INTO audit.access_record (body) SELECT body FROM audit.access_record WHERE seq = 1`;
    expect(await tampered(remade)).toEqual([['COLUMN', 1202, expect.stringContaining('The column children')]]);
  });
});

describe('a record whose hash was made anew with all that follow and the head, so that the chain fits,', () => {
  const timed = (seq: number, time: string) =>
    `UPDATE audit.access_record SET recorded_at = ${time} WHERE seq = ${seq};${rehash(seq, 1201)}${headAt(1201)}`;

  test('is found where it is from the future', async () => {
    expect(await tampered(timed(1201, `'2099-01-01'`))).toEqual([
      ['TIME', 1201, 'Record 1201 is of 2099-01-01T00:00:00.000000Z, which is in the future.'],
    ]);
    expect(await tampered(timed(1201, `'12099-01-01'`))).toMatchObject(
      [['TIME', 1201, /future/]].map(() => ['TIME', 1201, expect.any(String)]),
    );
  });

  test('is found where it is from before the one that it follows, and so is the next after one of the future', async () => {
    expect(await tampered(timed(700, `'2020-01-01'`))).toEqual([
      ['TIME', 700, expect.stringContaining('before the record that it follows')],
    ]);
    expect(await tampered(timed(700, `'2099-01-01'`))).toEqual([
      ['TIME', 700, expect.stringContaining('in the future')],
      ['TIME', 701, expect.stringContaining('before the record that it follows')],
    ]);
  });

  test('is whole to a reader whose own clock is a little behind, and not to one whose is far behind', async () => {
    const [row] = await audit.admin('SELECT recorded_at AS time FROM audit.head');
    const behind = (minutes: number) => new Date(new Date(String(row!['time'])).getTime() - minutes * 60_000);
    expect(await verifyChain(audit.admin, { now: behind(4) })).toEqual([]);
    expect(await verifyChain(audit.admin, { now: behind(6) })).not.toEqual([]);
  });
});

describe('what the chain alone cannot show, and a head that was noted earlier does', () => {
  const edit = `UPDATE audit.access_record SET body = replace(body, 'p-17', 'p-18') WHERE seq = 700;`;

  test.each([
    ['rewritten from a record on, with its head', edit + rehash(700, 1201) + headAt(1201), 'REWRITTEN', 1200],
    ['cut at its end, with its head', `DELETE FROM audit.access_record WHERE seq > 900;${headAt(900)}`, 'MISSING', 901],
  ])('a log that was %s', async (_, statements, kind, seq) => {
    expect(await tampered(statements)).toEqual([]);
    expect(await tampered(statements, noted)).toEqual([[kind, seq, expect.any(String)]]);
  });
});

test('where everything was edited, a hundred findings are enough', async () => {
  const found = await tampered(
    `UPDATE audit.access_record SET body = '{"kind":"ACCESS","recorder":"x","requestId":"r"}'`,
  );
  expect(found).toHaveLength(101);
  expect(found.at(-1)).toEqual(['UNFINISHED', 100, expect.any(String)]);
});
