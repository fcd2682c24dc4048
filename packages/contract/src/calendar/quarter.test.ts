import * as fc from 'fast-check';
import { fromDayNumber, toDayNumber } from '@hub/scalars';
import { isQuarter, previousQuarter, quarterBounds, quarterOf } from './quarter';

const day = fc.integer({ min: toDayNumber('1900-01-01'), max: toDayNumber('2199-12-31') }).map(fromDayNumber);

describe('a calendar quarter', () => {
  it.each(['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4'])('can be %s', (text) => {
    expect(isQuarter(text)).toBe(true);
  });

  it.each(['2026-Q0', '2026-Q5', '2026Q2', '2026-q2', '2026-2', 'Q2 2026', '2026-Q2 ', '2025-26', ''])(
    'cannot be %j',
    (text) => {
      const error = new RangeError(
        `A quarter must be of a calendar year such as 2026-Q2, not ${JSON.stringify(text)}.`,
      );
      expect(isQuarter(text)).toBe(false);
      expect(() => quarterBounds(text)).toThrow(error);
      expect(() => previousQuarter(text)).toThrow(error);
    },
  );

  it.each([
    ['2026-Q1', '2026-01-01', '2026-03-31'],
    ['2026-Q2', '2026-04-01', '2026-06-30'],
    ['2026-Q3', '2026-07-01', '2026-09-30'],
    ['2026-Q4', '2026-10-01', '2026-12-31'],
  ])('%s runs from %s to %s', (quarter, from, to) => {
    expect(quarterBounds(quarter)).toEqual({ from, to });
    expect(quarterOf(from)).toBe(quarter);
    expect(quarterOf(to)).toBe(quarter);
  });

  it('is not the quarter of the financial year: April opens the second', () => {
    expect(quarterOf('2026-04-01')).toBe('2026-Q2');
  });

  it('holds every day it is said to be the quarter of', () => {
    fc.assert(
      fc.property(day, (date) => {
        const { from, to } = quarterBounds(quarterOf(date));
        expect(from <= date && date <= to).toBe(true);
      }),
    );
  });

  it('begins the day after the quarter before it ended', () => {
    fc.assert(
      fc.property(day, (date) => {
        const quarter = quarterOf(date);
        const before = quarterBounds(previousQuarter(quarter));
        expect(toDayNumber(quarterBounds(quarter).from)).toBe(toDayNumber(before.to) + 1);
      }),
    );
  });

  it('has the last of the year before it in January', () => {
    expect(previousQuarter('2026-Q1')).toBe('2025-Q4');
    expect(previousQuarter('2026-Q3')).toBe('2026-Q2');
    expect(() => previousQuarter('0000-Q1')).toThrow(RangeError);
  });

  it('is refused for what is not a day', () => {
    expect(() => quarterOf('2026-06-31')).toThrow(/day of the calendar/);
  });
});
