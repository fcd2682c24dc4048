import fc from 'fast-check';
import { statementSummary } from './statement-summary';

it.each([
  ['SELECT "body"."id" FROM "bodies" "body" WHERE "body"."id" = $1', 'SELECT bodies'],
  ['\n  select count(*) from (select 1 from "meetings") as m', 'SELECT meetings'],
  ['INSERT INTO "contributions"("id") VALUES ($1)', 'INSERT contributions'],
  ['UPDATE reserves SET amount = $1', 'UPDATE reserves'],
  ['DELETE FROM "audit"."access_record"', 'DELETE audit'],
  ['START TRANSACTION', 'START'],
  ['COMMIT', 'COMMIT'],
  ['SELECT pg_advisory_xact_lock($1)', 'SELECT'],
  ["SELECT 'a child from Ilford'", 'SELECT'],
  ['', 'STATEMENT'],
  ['-- a comment', 'STATEMENT'],
])('a statement is summed up by what it does to which table: %s', (sql, summary) => {
  expect(statementSummary(sql)).toBe(summary);
});

it('no text that a statement quotes is in its summary', () => {
  fc.assert(
    fc.property(
      fc.stringMatching(/^[a-z]{6,20}$/),
      fc.constantFrom('from ', 'into ', '', "'' from "),
      (value, before) => {
        fc.pre(!'placements'.includes(value));
        expect(statementSummary(`SELECT id FROM placements WHERE note = '${before}${value}'`)).toBe(
          'SELECT placements',
        );
        expect(statementSummary(`SELECT '${before}${value}', id FROM placements`)).toBe('SELECT placements');
      },
    ),
  );
});
