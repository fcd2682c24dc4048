import { fromDayNumber, isDuring, toDayNumber } from '@hub/contract';
import * as fc from 'fast-check';
import { closedByNext, dayBefore } from './validity';

const dayNumber = fc.integer({ min: toDayNumber('2010-01-01'), max: toDayNumber('2030-12-31') });
const partialDate = fc
  .tuple(dayNumber, fc.constantFrom(4, 7, 10))
  .map(([day, length]) => fromDayNumber(day).slice(0, length));

describe('what holds until its successor does', () => {
  it.each([
    ['2026-03-31', '2026-03-30'],
    ['2026-01-01', '2025-12-31'],
    ['2024-04', '2024-03'],
    ['2024-01', '2023-12'],
    ['2024', '2023'],
  ])('ends before %s on %s', (next, end) => {
    expect(dayBefore(next)).toBe(end);
  });

  it('leaves no day to two, and no day after the first to none', () => {
    const distinct = fc.uniqueArray(partialDate, { selector: (date) => `${date}-01-01`.slice(0, 10), minLength: 1 });
    fc.assert(
      fc.property(distinct, dayNumber, (dates, number) => {
        const day = fromDayNumber(number);
        const closed = closedByNext(dates.map((from) => ({ from })));
        const holding = closed.filter(({ item, to }) => isDuring(day, item.from, to));
        const hasBegun = dates.some((from) => isDuring(day, from, null));
        expect(holding).toHaveLength(hasBegun ? 1 : 0);
      }),
    );
  });
});
