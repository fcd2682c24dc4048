import { fromDayNumber, toDayNumber } from '@hub/scalars';
import * as fc from 'fast-check';
import { day, meetingDays, meetingsOn } from '../../../testing/recorded-meetings';
import { isAYearOld } from '../../../testing/walked-year';
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
  it('stands as one finds who walks from each meeting to the next and counts the periods that begin', () => {
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
        const begun = (from: string, to: string) => {
          let periods = 0;
          for (let one = toDayNumber(from); one < toDayNumber(to); one += 1) {
            if (PERIOD_OF[every](fromDayNumber(one)) !== PERIOD_OF[every](fromDayNumber(one + 1))) periods += 1;
          }
          return periods;
        };
        const cameLate = before.filter((one, at) => at > 0 && begun(before[at - 1]!, one) > 1);
        const isBroken = cameLate.some((one) => !isAYearOld(one, on));
        const now = ['MET', 'DUE'][begun(last, on)] ?? 'OVERDUE';
        expect(status).toBe(now !== 'OVERDUE' && isBroken ? 'BREACHED' : now);
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

describe('a month that was missed', () => {
  const DAYS = ['2025-01-10', '2025-02-10', '2025-04-20'];

  it('is seen for twelve months after the body met again, and no longer', () => {
    expect(monthly(DAYS, '2025-04-19').status).toBe('OVERDUE');
    expect(monthly(DAYS, '2025-04-30')).toMatchObject({
      ...{ status: 'BREACHED', reason: 'None between 2025-02-10 and 2025-04-20.' },
      ...{ lastMet: '2025-04-20', nextDue: '2025-05-31', shownBy: [{ doneOn: '2025-04-20' }] },
    });
    const goesOn = ['05', '06', '07', '08', '09', '10', '11', '12'].map((month) => `2025-${month}-01`);
    const all = [...DAYS, ...goesOn, ...['01', '02', '03', '04'].map((month) => `2026-${month}-01`)];
    expect([monthly(all, '2026-04-19').status, monthly(all, '2026-04-20').status]).toEqual(['BREACHED', 'MET']);
  });

  it('was missed under no document that came into force since, which asks for its first whole month', () => {
    const under = (from: string, on: string) => frequency(RULES.MONTH, meetingsOn(['2025-02-10']), on, from);
    expect(under('2025-06-01', '2025-06-30')).toMatchObject({ status: 'DUE', nextDue: '2025-06-30' });
    expect(under('2025-06-15', '2025-07-31')).toMatchObject({ status: 'DUE', nextDue: '2025-07-31' });
    expect(under('2025-06-15', '2025-08-01').status).toBe('OVERDUE');
    expect(frequency(RULES.MONTH, meetingsOn(['2025-02-10', '2025-07-02']), '2025-07-31', '2025-06-15').status).toBe(
      'MET',
    );
  });
});
