import * as fc from 'fast-check';
import { fromDayNumber, toDayNumber } from './calendar-day';
import { earliestDay, isDuring, latestDay } from './partial-date';

const day = fc.integer({ min: toDayNumber('1900-01-01'), max: toDayNumber('2199-12-31') }).map(fromDayNumber);
const partial = fc.tuple(day, fc.constantFrom(4, 7, 10)).map(([date, length]) => date.slice(0, length));

describe('a date as precise as its source', () => {
  it.each([
    ['2022', '2022-01-01', '2022-12-31'],
    ['2022-12', '2022-12-01', '2022-12-31'],
    ['2022-04', '2022-04-01', '2022-04-30'],
    ['2023-02', '2023-02-01', '2023-02-28'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['1900-02', '1900-02-01', '1900-02-28'],
    ['2000-02', '2000-02-01', '2000-02-29'],
    ['2024-02-29', '2024-02-29', '2024-02-29'],
    ['9999-12', '9999-12-01', '9999-12-31'],
  ])('%s means some day from %s to %s', (text, earliest, latest) => {
    expect(earliestDay(text)).toBe(earliest);
    expect(latestDay(text)).toBe(latest);
  });

  it('ends the day before the next month or year begins', () => {
    fc.assert(
      fc.property(day, fc.constantFrom(4, 7), (date, length) => {
        const text = date.slice(0, length);
        const after = fromDayNumber(toDayNumber(latestDay(text)) + 1);
        expect(after.slice(0, length)).not.toBe(text);
        expect(earliestDay(after.slice(0, length))).toBe(after);
      }),
    );
  });

  it.each([
    '2022-13',
    '2022-00',
    '2022-1',
    '22',
    '2023-02-29',
    '2022-04-31',
    '2022-12-31T00:00:00Z',
    'December 2022',
    '',
  ])('cannot be %j', (text) => {
    const error = new RangeError(
      'A partial date must be a year, a month or a day of the calendar such as 2022, 2022-12 or 2022-12-31, ' +
        `not ${JSON.stringify(text)}.`,
    );
    expect(() => earliestDay(text)).toThrow(error);
    expect(() => latestDay(text)).toThrow(error);
    expect(() => isDuring('2022-12-31', text, null)).toThrow(error);
    expect(() => isDuring('2022-12-31', null, text)).toThrow(error);
  });
});

describe('a validity', () => {
  it('holds from the first day of its first month to the last day of its last year', () => {
    expect(isDuring('2022-11-30', '2022-12', '2025')).toBe(false);
    expect(isDuring('2022-12-01', '2022-12', '2025')).toBe(true);
    expect(isDuring('2025-12-31', '2022-12', '2025')).toBe(true);
    expect(isDuring('2026-01-01', '2022-12', '2025')).toBe(false);
  });

  it('of a single day holds on that day', () => {
    expect(isDuring('2024-02-29', '2024-02-29', '2024-02-29')).toBe(true);
    expect(isDuring('2024-03-01', '2024-02-29', '2024-02-29')).toBe(false);
  });

  it('without a stated end is open there', () => {
    expect(isDuring('2099-01-01', '2022-12', null)).toBe(true);
    expect(isDuring('1904-01-01', null, '2022')).toBe(true);
    expect(isDuring('2023-01-01', null, '2022')).toBe(false);
    expect(isDuring('2023-01-01', null, null)).toBe(true);
  });

  it('holds on both of its outermost days and on neither day beside them', () => {
    fc.assert(
      fc.property(partial, partial, (one, other) => {
        const [from, to] = earliestDay(one) <= earliestDay(other) ? [one, other] : [other, one];
        fc.pre(earliestDay(from) <= latestDay(to));
        expect(isDuring(earliestDay(from), from, to)).toBe(true);
        expect(isDuring(latestDay(to), from, to)).toBe(true);
        expect(isDuring(fromDayNumber(toDayNumber(earliestDay(from)) - 1), from, to)).toBe(false);
        expect(isDuring(fromDayNumber(toDayNumber(latestDay(to)) + 1), from, to)).toBe(false);
      }),
    );
  });

  it('whose ends contradict each other holds on no day', () => {
    expect(isDuring('2022-06-01', '2023', '2022')).toBe(false);
    expect(isDuring('2023-06-01', '2023', '2022')).toBe(false);
  });

  it('is asked of a day, not of a month', () => {
    expect(() => isDuring('2022-12', null, null)).toThrow(/day of the calendar/);
  });
});
