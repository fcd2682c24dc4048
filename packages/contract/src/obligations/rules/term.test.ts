import { fromDayNumber, toDayNumber } from '@hub/scalars';
import * as fc from 'fast-check';
import { recorded } from '../../../testing/recorded';
import { day } from '../../../testing/recorded-meetings';
import { ObligationRecordKind } from '../obligation-record-kind';
import { term } from './term';

const records = ObligationRecordKind.MEETING;
const appointed = (doneOn: string, endsOn: string | null = null, record = doneOn) =>
  recorded(records, { record, doneOn, endsOn });
const judge = (evidence: Parameters<typeof term>[1], on: string, years = 3) =>
  term({ evaluator: 'TERM', records, years }, evidence, on);

/** The day on which the calendar shows the same day so many years later; 28 February for the 29th. */
function yearsLater(from: string, years: number): string {
  const anniversary = from.slice(5) === '02-29' ? '02-28' : from.slice(5);
  let [one, left] = [toDayNumber(from), years];
  while (left > 0) {
    one += 1;
    if (fromDayNumber(one).slice(5) === anniversary && one - toDayNumber(from) > 300) left -= 1;
  }
  return from.slice(5) === '02-29' && isLeap(one) ? fromDayNumber(one + 1) : fromDayNumber(one);
}
const isLeap = (of: number) => fromDayNumber(of + 1).slice(5) === '02-29';

describe('a term of so many years', () => {
  it('stands as one finds who turns the pages of the calendar', () => {
    const appointment = fc.record({ from: day, length: fc.option(fc.integer({ min: 0, max: 900 })) });
    fc.assert(
      fc.property(fc.array(appointment, { maxLength: 4 }), day, fc.integer({ min: 1, max: 2 }), (all, on, years) => {
        const held = all.map(({ from, length }) => ({
          from,
          to: length === null ? null : fromDayNumber(toDayNumber(from) + length),
        }));
        const ends = held
          .filter(({ from, to }) => from <= on && (to === null || to >= on))
          .map(({ from }) => yearsLater(from, years))
          .sort();
        const { status, nextDue } = judge(
          held.map(({ from, to }, at) => appointed(from, to, `${at}`)),
          on,
          years,
        );
        if (ends.length === 0) return expect(status).toBe('NOT_ASSESSABLE');
        const left = toDayNumber(ends[0]!) - toDayNumber(on);
        expect(status).toBe(left < 0 ? 'OVERDUE' : left <= 90 ? 'DUE' : 'MET');
        expect(nextDue).toBe(ends[0]);
      }),
    );
  });

  it('is held on the day on which it ends, so that a meeting on that day has its member', () => {
    expect(judge([appointed('2023-05-01')], '2026-05-01')).toMatchObject({ status: 'DUE', nextDue: '2026-05-01' });
    expect(judge([appointed('2023-05-01')], '2026-05-02')).toMatchObject({
      ...{ status: 'OVERDUE', reason: 'Over, and not renewed: 2023-05-01.' },
    });
  });

  it('begins anew with a renewal, and ends with who leaves', () => {
    const renewed = [appointed('2023-05-01', '2026-05-01'), appointed('2026-05-02')];
    expect(judge(renewed, '2026-05-02').status).toBe('MET');
    expect(judge([appointed('2023-05-01', '2024-01-01')], '2026-06-01').status).toBe('NOT_ASSESSABLE');
  });

  it('from a leap day ends on 28 February', () => {
    expect(judge([appointed('2024-02-29')], '2026-01-01').nextDue).toBe('2027-02-28');
  });
});
