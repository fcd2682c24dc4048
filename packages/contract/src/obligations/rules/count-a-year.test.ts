import * as fc from 'fast-check';
import { day, meetingDays, meetingsOn } from '../../../testing/recorded-meetings';
import { isAYearOld } from '../../../testing/walked-year';
import { ObligationRecordKind } from '../obligation-record-kind';
import { countAYear } from './count-a-year';

const rule = (times: number) => ({ evaluator: 'COUNT_A_YEAR', records: ObligationRecordKind.MEETING, times }) as const;

it('so often a year stands as one finds who counts those that are not yet a year old', () => {
  fc.assert(
    fc.property(meetingDays, day, fc.integer({ min: 1, max: 5 }), (days, on, times) => {
      const before = days.filter((one) => one <= on);
      const { status, nextDue, shownBy } = countAYear(rule(times), meetingsOn(days), on);
      if (before.length === 0) return expect(status).toBe('NOT_ASSESSABLE');
      const ofTheYear = before.filter((one) => !isAYearOld(one, on)).length;
      expect(status === 'MET').toBe(ofTheYear >= times);
      expect(status === 'OVERDUE').toBe(on > nextDue!);
      expect(shownBy).toHaveLength(Math.min(times, before.length));
    }),
  );
});

describe('four times a year', () => {
  const FOUR = ['2024-02-29', '2024-05-01', '2024-09-01', '2024-12-01'];
  const on = (last: string, days = FOUR) => countAYear(rule(4), meetingsOn(days), last);

  it('comes due when the earliest of the last four is a year old, from a leap day on 28 February', () => {
    expect(on('2025-02-27').status).toBe('MET');
    expect(on('2025-02-28')).toMatchObject({ status: 'DUE', nextDue: '2025-02-28' });
    expect(on('2025-03-01')).toMatchObject({
      ...{ status: 'OVERDUE', reason: '3 in the last twelve months, and the document says 4 a year.' },
    });
    expect(on('2025-03-01', [...FOUR, '2025-02-28']).status).toBe('MET');
  });

  it('is due, and not overdue, while the first of fewer than four is not a year old', () => {
    expect(on('2024-12-01', ['2024-02-01'])).toMatchObject({ status: 'DUE', lastMet: null, nextDue: '2025-02-01' });
    expect(on('2025-02-02', ['2024-02-01']).status).toBe('OVERDUE');
  });
});

describe('exactly three a year', () => {
  const BEFORE = ['2025-04-22', '2025-05-22', '2025-06-22'];
  const on = (last: string, days: readonly string[]) =>
    countAYear({ ...rule(3), exactly: true }, meetingsOn([...BEFORE, ...days]), last);

  it('is kept by three of each financial year, on whatever days of it', () => {
    expect(on('2026-04-14', ['2026-04-10', '2026-04-13', '2026-04-14']).status).toBe('MET');
  });

  it('is broken by a fourth of the same financial year, until that is over', () => {
    expect(on('2026-03-31', ['2026-02-01'])).toMatchObject({
      ...{ status: 'BREACHED', reason: '4 in 2025-26, and the document says 3 a year.' },
    });
    expect(on('2026-04-01', ['2026-02-01']).status).toBe('MET');
  });
});

it('a document that asks for more gives its first year to it, and takes nothing for met that is not', () => {
  const twice = meetingsOn(['2024-03-01', '2024-09-01', '2025-03-01', '2025-09-01']);
  const under = (on: string) => countAYear(rule(4), twice, on, '2025-10-01').status;
  expect(countAYear(rule(4), twice, '2025-10-01').status).toBe('OVERDUE');
  expect([under('2025-10-01'), under('2026-10-01'), under('2026-10-02')]).toEqual(['DUE', 'DUE', 'OVERDUE']);
});
