import * as fc from 'fast-check';
import { fromDayNumber, toDayNumber } from '@hub/scalars';
import { BANK_HOLIDAYS_FROM, BANK_HOLIDAYS_TO, ENGLAND_BANK_HOLIDAYS } from './bank-holidays';
import { addWorkingDays, isWorkingDay, workingDaysBetween } from './working-days';

const next = (date: string, days = 1) => fromDayNumber(toDayNumber(date) + days);
const isWeekend = (date: string) => [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());
const isOpen = (date: string) => !isWeekend(date) && !ENGLAND_BANK_HOLIDAYS.has(date);

const days = (from: string, to: string) =>
  fc.integer({ min: toDayNumber(from), max: toDayNumber(to) }).map(fromDayNumber);
const anyDay = days(BANK_HOLIDAYS_FROM, BANK_HOLIDAYS_TO);
// A year from either end, so that 200 working days stay within the years covered.
const innerDay = days('2020-01-01', '2026-12-31');
const someDays = fc.integer({ min: -200, max: 200 }).filter((n) => n !== 0);

describe('a working day in England', () => {
  it.each([
    ['a Thursday', '2026-04-02', true],
    ['Good Friday', '2026-04-03', false],
    ['a Saturday', '2026-04-04', false],
    ['a Sunday', '2026-04-05', false],
    ['Easter Monday', '2026-04-06', false],
    ['the Monday the early May holiday moved from in 2020', '2020-05-04', true],
    ['VE day 2020', '2020-05-08', false],
    ['a substitute day for Boxing Day', '2026-12-28', false],
    ['Maundy Thursday, and so any weekday GOV.UK does not list', '2025-04-17', true],
    ['the last day of 2027, a Friday', '2027-12-31', true],
  ])('%s: %s is %s', (_, date, expected) => {
    expect(isWorkingDay(date)).toBe(expected);
  });
});

describe('a time limit in working days', () => {
  it('takes the start day as day 0 and the first working day after it as day 1', () => {
    expect(addWorkingDays('2026-03-09', 1)).toBe('2026-03-10');
    expect(workingDaysBetween('2026-03-09', '2026-03-09')).toBe(0);
    expect(workingDaysBetween('2026-03-09', '2026-03-10')).toBe(1);
  });

  it.each(['2026-03-06', '2026-03-07', '2026-03-08'])('that starts on %s reaches day 1 on Monday 9 March', (start) => {
    expect(addWorkingDays(start, 1)).toBe('2026-03-09');
    expect(workingDaysBetween(start, '2026-03-09')).toBe(1);
  });

  it('of 15 days for a transfer-in conference steps over Easter', () => {
    expect(addWorkingDays('2026-03-23', 15)).toBe('2026-04-15');
    expect(workingDaysBetween('2026-03-23', '2026-04-15')).toBe(15);
  });

  it('notified on Christmas Eve 2026 begins on the Tuesday after both substitute and weekend', () => {
    expect(addWorkingDays('2026-12-24', 1)).toBe('2026-12-29');
  });

  it('counts back for what is due before a conference', () => {
    expect(addWorkingDays('2026-04-07', -1)).toBe('2026-04-02');
    expect(workingDaysBetween('2026-04-07', '2026-04-02')).toBe(-1);
  });

  it('of 0 days is the start day, even on a weekend', () => {
    expect(addWorkingDays('2026-03-07', 0)).toBe('2026-03-07');
  });

  it('has not moved on by a weekend', () => {
    expect(workingDaysBetween('2026-03-06', '2026-03-08')).toBe(0);
    expect(workingDaysBetween('2026-03-09', '2026-03-07')).toBe(0);
  });
});

describe('adding working days and counting them', () => {
  it('are inverse: the day n working days on is n working days away', () => {
    fc.assert(
      fc.property(innerDay, someDays, (date, n) => {
        expect(workingDaysBetween(date, addWorkingDays(date, n)!)).toBe(n);
      }),
    );
  });

  it('are inverse the other way round, wherever the end is a working day', () => {
    fc.assert(
      fc.property(anyDay, anyDay.filter(isOpen), (from, to) => {
        fc.pre(from !== to);
        expect(addWorkingDays(from, workingDaysBetween(from, to)!)).toBe(to);
      }),
    );
  });

  it('never land on a weekend or a bank holiday', () => {
    fc.assert(
      fc.property(innerDay, someDays, (date, n) => {
        const reached = addWorkingDays(date, n)!;
        expect(isWeekend(reached)).toBe(false);
        expect(ENGLAND_BANK_HOLIDAYS.has(reached)).toBe(false);
        expect(isWorkingDay(reached)).toBe(true);
      }),
    );
  });

  it('are monotonic: more days end later, and a later start never ends earlier', () => {
    fc.assert(
      fc.property(innerDay, someDays, fc.integer({ min: 1, max: 30 }), (date, n, more) => {
        expect(addWorkingDays(date, n + more)! > addWorkingDays(date, n)!).toBe(true);
        expect(addWorkingDays(next(date, more), n)! >= addWorkingDays(date, n)!).toBe(true);
        expect(workingDaysBetween(date, next(date, more + 1))).toBeGreaterThanOrEqual(
          workingDaysBetween(date, next(date, more))!,
        );
      }),
    );
  });

  it('agree with counting day by day', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (one, other) => {
        const [from, to] = one <= other ? [one, other] : [other, one];
        let after = 0;
        for (let date = from; date < to;) {
          date = next(date);
          if (isOpen(date)) after += 1;
        }
        expect(workingDaysBetween(from, to)).toBe(after);

        let before = 0;
        for (let date = to; date > from;) {
          date = next(date, -1);
          if (isOpen(date)) before -= 1;
        }
        if (from !== to) expect(workingDaysBetween(to, from)).toBe(before);
      }),
    );
  });

  it('judge every day covered as the list of bank holidays and the week do', () => {
    for (let date = BANK_HOLIDAYS_FROM; date <= BANK_HOLIDAYS_TO; date = next(date)) {
      expect([date, isWorkingDay(date)]).toEqual([date, isOpen(date)]);
    }
  });
});

describe('years whose bank holidays are not known', () => {
  it.each([next(BANK_HOLIDAYS_FROM, -1), next(BANK_HOLIDAYS_TO), next(BANK_HOLIDAYS_TO, 3), '1066-10-14'])(
    'are not known, and not taken to have none: %s',
    (date) => {
      expect(isWorkingDay(date)).toBeNull();
      expect(addWorkingDays(date, 1)).toBeNull();
      expect(addWorkingDays(date, 0)).toBeNull();
      expect(workingDaysBetween('2026-03-09', date)).toBeNull();
      expect(workingDaysBetween(date, '2026-03-09')).toBeNull();
    },
  );

  it('make a time limit that runs into them one that is not known', () => {
    const last = addWorkingDays(addWorkingDays(BANK_HOLIDAYS_TO, -1)!, 1);
    expect(isOpen(BANK_HOLIDAYS_TO) ? last : BANK_HOLIDAYS_TO).toBe(BANK_HOLIDAYS_TO);
    expect(addWorkingDays(BANK_HOLIDAYS_TO, 1)).toBeNull();
    expect(addWorkingDays(next(BANK_HOLIDAYS_FROM), -1)).toBeNull();
    expect(addWorkingDays('2026-03-09', 1_000_000)).toBeNull();
  });

  it('are not to be confused with what is not a day, or no whole number of days', () => {
    expect(() => isWorkingDay('2026-02-30')).toThrow(/day of the calendar/);
    expect(() => addWorkingDays('2026-03-09', 1.5)).toThrow(
      new RangeError('Working days must be a whole number, not 1.5.'),
    );
    expect(() => addWorkingDays('2026-03-09', Number.NaN)).toThrow(RangeError);
  });
});
