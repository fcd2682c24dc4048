import * as fc from 'fast-check';
import { fromDayNumber, toDayNumber } from '@hub/scalars';
import { isOverdue, reviewDue } from './review-due';

const day = fc.integer({ min: toDayNumber('2000-01-01'), max: toDayNumber('2060-12-31') }).map(fromDayNumber);

describe('when a review is due', () => {
  it.each([
    ['2024-03-31', 24, '2026-03-31'],
    ['2024-02-29', 24, '2026-02-28'],
    ['2023-10-31', 1, '2023-11-30'],
    ['2022-12', 24, '2024-12'],
    ['2022-12', 1, '2023-01'],
    ['2022', 24, '2024'],
    ['2022', 18, null],
  ])('%s and %i months give %s', (from, months, due) => {
    expect(reviewDue(from, months)).toBe(due);
  });

  it('is never before, and a month at a time reaches the same month as all months at once', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 60 }), (from, months) => {
        const due = reviewDue(from, months)!;
        expect(due >= from).toBe(true);
        let month = from.slice(0, 7);
        for (let step = 0; step < months; step += 1) month = reviewDue(month, 1)!;
        expect(due.slice(0, 7)).toBe(month);
        expect(due.slice(8) <= from.slice(8)).toBe(true);
      }),
    );
  });

  it('is overdue from the day after, and at no day of a month known only as a month', () => {
    expect(isOverdue('2026-03-31', '2026-03-31')).toBe(false);
    expect(isOverdue('2026-03-31', '2026-04-01')).toBe(true);
    expect(isOverdue('2026-03', '2026-03-31')).toBe(false);
    expect(isOverdue('2026-03', '2026-04-01')).toBe(true);
    expect(isOverdue(null, '2026-04-01')).toBeNull();
  });

  it('refuses months that are no whole number', () => {
    expect(() => reviewDue('2026-03-31', 1.5)).toThrow('must be a whole number from 0, not 1.5');
  });
});
