import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database';
import type { AccessEntry } from './access-entry';
import type { AccessFilter } from './access-search';
import { AuditLog } from './audit-log';
import { auditDatabase, entry, type AuditDatabase } from '../testing/audit-database';

/** Enough that reading the whole table is never the cheapest way. */
const BULK = 20_000;

let database: TestDatabase;
let audit: AuditDatabase;
let log: AuditLog;
const plans: string[] = [];

const rare: Partial<AccessEntry> = {
  requestId: 'rare-request',
  person: 'rare-person',
  organisation: 'rare-organisation',
  partnership: 'redbridge',
  purpose: 'SERIOUS_INCIDENT',
  children: ['child:v1:rare', 'child:v1:sibling'],
  outcome: 'REFUSED',
};

beforeAll(async () => {
  database = await createTestDatabase();
  audit = await auditDatabase(database.url);
  // Notes the plan of each statement of the log, and then runs it.
  log = new AuditLog(async (sql, parameters) => {
    if (sql.startsWith('SELECT')) {
      const rows = await audit.service(`EXPLAIN ${sql}`, parameters);
      plans.push(rows.map((row) => row['QUERY PLAN']).join('\n'));
    }
    return audit.service(sql, parameters);
  }, 'lambeth');
  const bulk = async () => {
    // In small transactions: within one, each change of the head has to step over those before it.
    for (let from = 1; from < BULK / 2; from += 500) {
      await audit.admin(
        `INSERT INTO audit.access_record (body) SELECT ($1::jsonb || jsonb_build_object(
           'requestId', 'r' || n, 'person', 'p' || n % 500, 'organisation', 'o' || n % 33, 'partnership', 'l' || n % 32,
           'recorder', 'lambeth', 'kind', 'ACCESS', 'children', jsonb_build_array('c' || n % 5000)))::text
         FROM generate_series($2::integer, $2 + 499) AS n`,
        [JSON.stringify(entry()), from],
      );
    }
  };
  await bulk();
  await log.append(entry(rare));
  await new AuditLog(audit.service, 'rare-recorder').append(entry({ children: [] }));
  await bulk();
  await audit.admin('ANALYZE audit.access_record');
});
afterAll(() => audit.end(() => database.drop()));
beforeEach(() => plans.splice(0));

test.each<[string, AccessFilter, string]>([
  ['a person', { person: 'rare-person' }, 'access_by_person'],
  ['an organisation', { organisation: 'rare-organisation' }, 'access_by_organisation'],
  ['a partnership', { partnership: 'redbridge' }, 'access_by_partnership'],
  ['a child', { child: 'child:v1:sibling' }, 'access_by_child'],
  ['a purpose', { purpose: 'SERIOUS_INCIDENT' }, 'access_by_purpose'],
  ['an outcome', { outcome: 'REFUSED' }, 'access_by_outcome'],
  ['a request', { requestId: 'rare-request' }, 'access_by_request'],
])('the record of %s is found, and by its index', async (_, filter, index) => {
  const found = await log.search(filter, { first: 100 });
  expect(found).toMatchObject([{ kind: 'ACCESS', recorder: 'lambeth', ...entry(rare), seq: BULK / 2 + 1 }]);
  expect(plans.join('\n')).toContain(index);
  expect(plans.join('\n')).not.toContain('Seq Scan');
});

test('the records of a recorder are found, and by its index', async () => {
  expect(await log.search({ recorder: 'rare-recorder' }, { first: 100 })).toHaveLength(1);
  expect(plans.join('\n')).toContain('access_by_recorder');
});

test.each<[string, AccessFilter]>([
  ['everything', {}],
  ['what is common', { outcome: 'ANSWERED', recorder: 'lambeth' }],
  ['several at once', { person: 'p7', organisation: 'o7', purpose: 'CROSS_BOUNDARY_MOVEMENT', from: new Date(0) }],
  ['a child in a period', { child: 'c7', from: new Date(0), to: new Date() }],
  ['a period', { from: new Date(0), to: new Date() }],
  ['nothing', { person: 'nobody' }],
])('%s: no search reads the whole table', async (_, filter) => {
  await log.search(filter, { first: 100, after: BULK });
  expect(plans).toHaveLength(1);
  expect(plans[0]).not.toContain('Seq Scan');
});

test('pages go from the newest to the oldest, without overlap', async () => {
  const newest = await log.search({ person: 'p7' }, { first: 5 });
  const next = await log.search({ person: 'p7' }, { first: 5, after: newest.at(-1)!.seq });
  const both = await log.search({ person: 'p7' }, { first: 10 });
  expect([...newest, ...next]).toEqual(both);
  expect(both.map(({ seq }) => seq)).toEqual([...both].sort((a, b) => b.seq - a.seq).map(({ seq }) => seq));
});

test('a period holds its first instant and not its last', async () => {
  await audit.admin('BEGIN; ALTER TABLE audit.access_record DISABLE TRIGGER ALL');
  const days = ['2099-01-01', '2099-01-02', '2099-01-03'];
  await audit.admin(
    `INSERT INTO audit.access_record (seq, recorded_at, written_by, body, previous, hash)
       SELECT 90000 + n, day::timestamptz, '', '{"kind":"ACCESS","recorder":"r","requestId":"r"}', '', ''
       FROM unnest($1::text[]) WITH ORDINALITY AS days (day, n)`,
    [days.map((day) => `${day}T00:00:00Z`)],
  );
  const future = new AuditLog(audit.admin, 'lambeth');
  const between = async (from: string, to: string) =>
    (await future.search({ from: new Date(from), to: new Date(to) }, { first: 100 })).map(({ seq }) => seq);
  expect(await between('2099-01-01T00:00:00Z', '2099-01-03T00:00:00Z')).toEqual([90_002, 90_001]);
  expect(await between('2099-01-01T00:00:00.001Z', '2099-01-03T00:00:00.001Z')).toEqual([90_003, 90_002]);
  expect(await between('2098-01-01T00:00:00Z', '2098-02-01T00:00:00Z')).toEqual([]);
  expect(await between('2099-01-04T00:00:00Z', '2099-02-01T00:00:00Z')).toEqual([]);
  await audit.admin('ROLLBACK');
});

test('the last accesses of many children are read in one statement, by the index', async () => {
  const children = ['child:v1:rare', 'c7', 'child:v1:unknown', ...Array.from({ length: 97 }, (_, n) => `c${n + 100}`)];
  const accesses = await log.lastAccesses(children, 3);
  expect([...accesses.keys()]).toEqual(children);
  expect(accesses.get('child:v1:rare')).toMatchObject([{ person: 'rare-person' }]);
  expect(accesses.get('child:v1:unknown')).toEqual([]);
  expect(accesses.get('c7')).toEqual(await log.search({ child: 'c7' }, { first: 3 }));
  expect(plans[0]).toContain('access_by_child');
  expect(plans[0]).not.toContain('Seq Scan');
});

test('open alerts are looked for by an index', async () => {
  await log.alerts({ isOpen: true }, { first: 10 });
  expect(plans[0]).not.toContain('Seq Scan');
});

test.each([0, 102, 1.5])('a page of %s is refused, and the answer says what is allowed', async (first) => {
  await expect(log.search({}, { first })).rejects.toThrow(
    `first is ${first}, and must be a whole number from 1 to 101.`,
  );
});

test('what PostgreSQL says of a failure is not passed on: it may hold the entry', async () => {
  const failing = new AuditLog(() => audit.service(`SELECT 'a child'::integer`), 'lambeth').append(entry());
  await expect(failing).rejects.toThrow('The record of access is not available (22P02).');
});
