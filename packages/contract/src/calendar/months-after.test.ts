import * as fc from 'fast-check';
import { fromDayNumber, toDayNumber } from '@hub/scalars';
import { monthsAfter } from './months-after';

const day = fc.integer({ min: toDayNumber('2000-01-01'), max: toDayNumber('2060-12-31') }).map(fromDayNumber);

describe('the date so many months after another', () => {
  it.each([
    ['2024-03-31', 24, '2026-03-31'],
    ['2024-02-29', 24, '2026-02-28'],
    ['2023-10-31', 1, '2023-11-30'],
    ['2022-12', 24, '2024-12'],
    ['2022-12', 1, '2023-01'],
    ['2022', 24, '2024'],
    ['2022', 18, null],
  ])('%s and %i months give %s', (from, months, due) => {
    expect(monthsAfter(from, months)).toBe(due);
  });

  it('is never before, and a month at a time reaches the same month as all months at once', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 60 }), (from, months) => {
        const due = monthsAfter(from, months)!;
        expect(due >= from).toBe(true);
        let month = from.slice(0, 7);
        for (let step = 0; step < months; step += 1) month = monthsAfter(month, 1)!;
        expect(due.slice(0, 7)).toBe(month);
        expect(due.slice(8) <= from.slice(8)).toBe(true);
      }),
    );
  });

  it('refuses months that are no whole number', () => {
    expect(() => monthsAfter('2026-03-31', 1.5)).toThrow('must be a whole number from 0, not 1.5');
  });
});
