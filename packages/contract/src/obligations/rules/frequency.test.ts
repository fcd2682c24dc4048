import { fromDayNumber, toDayNumber } from '@hub/scalars';
import * as fc from 'fast-check';
import { day, meetingDays, meetingsOn } from '../../../testing/recorded-meetings';
import { ObligationRecordKind } from '../obligation-record-kind';
import { frequency } from './frequency';

const RULES = {
  MONTH: { evaluator: 'FREQUENCY', records: ObligationRecordKind.MEETING, every: 'MONTH' },
  QUARTER: { evaluator: 'FREQUENCY', records: ObligationRecordKind.MEETING, every: 'QUARTER' },
} as const;

const monthly = (days: readonly string[], on: string) => frequency(RULES.MONTH, meetingsOn(days), on);
const quarterly = (days: readonly string[], on: string) => frequency(RULES.QUARTER, meetingsOn(days), on);

/** The name of the period in which a day lies, worked out from its digits. */
const PERIOD_OF = {
  MONTH: (of: string) => of.slice(0, 7),
  QUARTER: (of: string) =>
    `${of.slice(0, 4)}/${['JFM', 'AMJ', 'JAS', 'OND'][Math.floor((Number(of.slice(5, 7)) - 1) / 3)]}`,
};

describe.each(['MONTH', 'QUARTER'] as const)('once in each calendar %s', (every) => {
  it('stands as one finds who walks from the last meeting to the day and counts the periods that begin', () => {
    fc.assert(
      fc.property(meetingDays, day, (days, on) => {
        const before = days.filter((one) => one <= on).sort();
        const last = before.at(-1);
        const { status, lastMet, nextDue } = frequency(RULES[every], meetingsOn(days), on);
        if (!last)
          return expect({ status, lastMet, nextDue }).toEqual({
            status: 'NOT_ASSESSABLE',
            lastMet: null,
            nextDue: null,
          });
        let begun = 0;
        for (let one = toDayNumber(last); one < toDayNumber(on); one += 1) {
          if (PERIOD_OF[every](fromDayNumber(one)) !== PERIOD_OF[every](fromDayNumber(one + 1))) begun += 1;
        }
        expect(status).toBe(['MET', 'DUE'][begun] ?? 'OVERDUE');
        expect(lastMet).toBe(last);
        // The last day in time is the last of its period, and that is the one after the last meeting's.
        const after = fromDayNumber(toDayNumber(nextDue!) + 1);
        expect(PERIOD_OF[every](after)).not.toBe(PERIOD_OF[every](nextDue!));
        expect(frequency(RULES[every], meetingsOn([last]), nextDue!).status).toBe('DUE');
        expect(frequency(RULES[every], meetingsOn([last]), after).status).toBe('OVERDUE');
      }),
    );
  });
});

describe('the end of a month', () => {
  it('is in time, and the day after it is not', () => {
    expect(monthly(['2024-01-31'], '2024-02-29')).toMatchObject({ status: 'DUE', nextDue: '2024-02-29' });
    expect(monthly(['2024-01-31'], '2024-03-01').status).toBe('OVERDUE');
    expect(monthly(['2023-01-01'], '2023-02-28').nextDue).toBe('2023-02-28');
  });

  it('makes two meetings in one month count for that month alone', () => {
    expect(monthly(['2026-03-01', '2026-03-31'], '2026-05-01').status).toBe('OVERDUE');
  });

  it('ends a quarter of the calendar, over a new year too', () => {
    expect(quarterly(['2025-10-01'], '2026-03-31')).toMatchObject({ status: 'DUE', nextDue: '2026-03-31' });
    expect(quarterly(['2025-10-01'], '2026-04-01').status).toBe('OVERDUE');
  });
});

it('a meeting of a later day tells nothing of an earlier one', () => {
  expect(monthly(['2026-03-01', '2026-06-01'], '2026-05-31')).toMatchObject({
    status: 'OVERDUE',
    lastMet: '2026-03-01',
  });
});
