import * as fc from 'fast-check';
import { fromDayNumber, isCalendarDay, isWeekend, toDayNumber } from './calendar-day';

describe('a day of the calendar', () => {
  it('is counted from 1 January 1970', () => {
    expect(toDayNumber('1970-01-01')).toBe(0);
    expect(toDayNumber('1970-01-02')).toBe(1);
    expect(fromDayNumber(-1)).toBe('1969-12-31');
  });

  it('has one whole day on either side of a clock change', () => {
    expect(toDayNumber('2026-03-30') - toDayNumber('2026-03-29')).toBe(1);
    expect(toDayNumber('2026-10-26') - toDayNumber('2026-10-25')).toBe(1);
  });

  it('exists on 29 February of a leap year', () => {
    expect(isCalendarDay('2024-02-29')).toBe(true);
    expect(isCalendarDay('2026-03-31')).toBe(true);
  });

  it('is of the weekend on Saturday and Sunday', () => {
    const week = ['2026-03-06', '2026-03-07', '2026-03-08', '2026-03-09'];
    expect(week.map((date) => isWeekend(toDayNumber(date)))).toEqual([false, true, true, false]);
  });

  it('reads back as it was written, over the whole four-digit calendar', () => {
    fc.assert(
      fc.property(fc.integer({ min: toDayNumber('0000-01-01'), max: toDayNumber('9999-12-31') }), (dayNumber) => {
        expect(toDayNumber(fromDayNumber(dayNumber))).toBe(dayNumber);
      }),
    );
  });

  it('exists where Date, asked for it, gives the same day back', () => {
    const two = (most: number) => fc.integer({ min: 0, max: most }).map((value) => String(value).padStart(2, '0'));
    const year = fc.integer({ min: 0, max: 9999 }).map((value) => String(value).padStart(4, '0'));
    fc.assert(
      fc.property(year, two(14), two(33), (...parts) => {
        const text = parts.join('-');
        const instant = new Date(`${text}T00:00:00Z`);
        const exists = !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text);
        expect(isCalendarDay(text)).toBe(exists);
        if (exists) expect(toDayNumber(text)).toBe(instant.getTime() / 86_400_000);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    '2026-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-1-1',
    '2026-01',
    '2026-01-01T00:00:00Z',
    ' 2026-01-01',
    '',
  ])('is not %j', (text) => {
    expect(isCalendarDay(text)).toBe(false);
    expect(() => toDayNumber(text)).toThrow(
      new RangeError(`A date must be a day of the calendar such as 2026-03-31, not ${JSON.stringify(text)}.`),
    );
  });
});
