import { plainText } from '@hub/access';
import fc from 'fast-check';
import type { AccessEntry } from './access-entry';
import { AuditLog } from './audit-log';
import { boundedEntries, boundedEntry } from './bounded-entry';
import { createTestDatabase } from '../../../test/support/test-database';
import { auditDatabase, entry } from '../testing/audit-database';

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 2000 }),
  fc.array(fc.constantFrom('\0', '\n', '"', '\\', '\ud83d', '👶', '\u202e', 'a')).map((parts) => parts.join('')),
  fc.constantFrom('x'.repeat(900_000), '\ud83d'.repeat(50_000), '"'.repeat(50_000)),
);
const anyList = fc.oneof(
  fc.array(anyText, { maxLength: 20 }),
  fc.integer({ min: 0, max: 1500 }).map((length) => Array.from({ length }, (_, index) => `child:${index}`)),
);
const anyEntry = fc
  .record({
    ...{ requestId: anyText, person: anyText, role: anyText, organisation: anyText, partnership: anyText },
    ...{ reason: anyText, alert: anyText, operation: anyText, operationHash: anyText, address: anyText },
    ...{ fields: anyList, refused: anyList, children: anyList, unseen: anyList, asked: anyList },
    coverage: fc.record({ asked: anyList, answered: anyList }),
  })
  .map(({ unseen, ...some }): AccessEntry => {
    const children = [...some.children, ...unseen];
    return { ...entry(), kind: 'ACCESS', recorder: 'gateway', ...some, children, unseen };
  });
const bytes = (stored: AccessEntry) => Buffer.byteLength(JSON.stringify(stored));

test('whatever is handed in, each record is of bounded size and of texts alone, and no item of a list is dropped', () => {
  fc.assert(
    fc.property(anyEntry, (given) => {
      const stored = boundedEntries(given);
      for (const one of stored) {
        expect(bytes(one)).toBeLessThan(192 * 1024);
        // What PostgreSQL keeps in no JSON is in none of them.
        expect(JSON.stringify(one)).not.toMatch(/\\u0000|\\ud[89a-f]/i);
        expect({ ...one, fields: 0, refused: 0, children: 0, unseen: 0, asked: 0 }).toEqual({
          ...stored[0],
          ...{ fields: 0, refused: 0, children: 0, unseen: 0, asked: 0 },
        });
      }
      for (const list of ['fields', 'refused', 'children', 'unseen', 'asked'] as const) {
        const all = new Set(stored.flatMap((one) => one[list] ?? []));
        expect(given[list]!.filter((text) => /^child:\d+$/.test(text) && !all.has(text))).toEqual([]);
      }
      // That a child was not shown stands beside the child.
      for (const { children, unseen = [] } of stored)
        expect(unseen.filter((one) => !children.includes(one))).toEqual([]);
      expect(bytes(boundedEntry(given))).toBeLessThan(16 * 1024);
    }),
    { numRuns: 100 },
  );
});

test('an answer about more children than one record holds is in several of the same request, with every child', async () => {
  const database = await createTestDatabase();
  const audit = await auditDatabase(database.url);
  try {
    const log = new AuditLog(audit.service, 'lambeth');
    const children = Array.from({ length: 450 }, (_, index) => `p1:1:${String(index).padStart(3, '0')}`);
    await log.append(entry({ requestId: 'a-long-page', children }));
    const stored = await log.search({ requestId: 'a-long-page' }, { first: 100 });
    expect(stored.map((record) => record.children.length)).toEqual([50, 200, 200]);
    expect(new Set(stored.flatMap((record) => record.children))).toEqual(new Set(children));
    expect(await log.search({ child: 'p1:1:449' }, { first: 2 })).toHaveLength(1);
  } finally {
    await audit.end(() => database.drop());
  }
});

test('what carries characters that PostgreSQL refuses is recorded without them', async () => {
  const database = await createTestDatabase();
  const audit = await auditDatabase(database.url);
  try {
    const log = new AuditLog(audit.service, 'lambeth');
    const given = 'a\0b\ud83d c';
    await log.append(entry({ reason: given, operation: given, person: given, children: [given], asked: [given] }));
    const glass = await log.openGlass(
      { person: given, role: 'duty-team', organisation: given, partnership: given, requestId: given, reason: given },
      60,
    );
    const { alert } = glass as { alert: string };
    const officer = { person: 'officer', role: 'privacy-officer', organisation: given, partnership: null } as const;
    expect(await log.closeAlert({ ...officer, alert, requestId: given, finding: given })).toBe('CLOSED');
    const [record] = await log.search({}, { first: 1 });
    const plain = plainText(given, 100);
    expect(record).toMatchObject({ reason: plain, operation: plain, person: plain, asked: ['(not an id)'] });
    expect(await log.alerts({}, { first: 1 })).toMatchObject([{ reason: plain, closed: { finding: plain } }]);
  } finally {
    await audit.end(() => database.drop());
  }
});
