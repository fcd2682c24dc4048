import * as fc from 'fast-check';
import { safeCounts, type SafeCount, type SafeTable } from './safe-counts';

/** Every way to fill the suppressed cells that a reader cannot rule out, who knows the method. */
function readings({ cells, rowTotals, columnTotals, total }: SafeTable, threshold: number): number[][] {
  const flat = cells.flat();
  const width = cells[0]!.length;
  const hidden = flat.flatMap((cell, index) => (cell === 'SUPPRESSED' ? [index] : []));
  const sum = (values: number[]) => values.reduce((one, other) => one + other, 0);
  /** A total shown as 5 may be 3 to 7, but no small number is shown. */
  const agrees = (shown: SafeCount, value: number) =>
    shown === 'SUPPRESSED' ||
    (shown === 0 ? value === 0 : value >= threshold && value >= shown - 2 && value <= shown + 2);
  const found: number[][] = [];
  const fill = (filled: number[], values: number[]) => {
    if (values.length < hidden.length) {
      for (let value = 1; value < threshold; value += 1) {
        filled[hidden[values.length]!] = value;
        fill(filled, [...values, value]);
      }
      return;
    }
    const rows = cells.map((_, row) => filled.slice(row * width, (row + 1) * width));
    const isPossible =
      rows.every((row, index) => agrees(rowTotals[index]!, sum(row))) &&
      columnTotals.every((shown, column) => agrees(shown, sum(rows.map((row) => row[column]!)))) &&
      agrees(total, sum(filled));
    if (isPossible) found.push(values);
  };
  fill(flat.map(Number), []);
  return found;
}

const count = fc.oneof({ weight: 3, arbitrary: fc.integer({ min: 0, max: 5 }) }, { weight: 1, arbitrary: fc.nat(40) });
const table = fc
  .constantFrom([1, 6], [6, 1], [2, 3], [3, 2], [2, 2], [1, 2])
  .chain(([rows, columns]) =>
    fc.array(fc.array(count, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
  );

describe('a table of counts of children', () => {
  it('leaves at least two values for every suppressed cell, to a reader who tries them all', () => {
    fc.assert(
      fc.property(table, fc.constantFrom(3, 4, 5), (counts, threshold) => {
        const possible = readings(safeCounts(counts, threshold), threshold);
        expect(possible.length).toBeGreaterThan(0);
        for (let cell = 0; cell < possible[0]!.length; cell += 1) {
          expect(new Set(possible.map((values) => values[cell])).size).toBeGreaterThan(1);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('shows every zero as zero and every count from the threshold as it is, and rounds what totals it shows', () => {
    fc.assert(
      fc.property(table, fc.integer({ min: 3, max: 12 }), (counts, threshold) => {
        const safe = safeCounts(counts, threshold);
        const flat = counts.flat();
        expect(safe.cells.flat()).toEqual(flat.map((one) => (one > 0 && one < threshold ? 'SUPPRESSED' : one)));
        const total = flat.reduce((one, other) => one + other, 0);
        if (safe.total !== 'SUPPRESSED') {
          expect(safe.total % 5).toBe(0);
          expect(Math.abs(safe.total - total)).toBeLessThanOrEqual(2);
        }
        expect(safe.total === 0).toBe(total === 0);
      }),
    );
  });

  it('hides a total by which the one suppressed cell of a row could be told', () => {
    const rowTotals = (...row: number[]) => safeCounts([row, [20, 20]]).rowTotals;
    // 10 is what 8 to 12 are shown as. Less the 8 beside it, the hidden one is any of 1 to 4.
    expect(rowTotals(8, 4)).toEqual([10, 40]);
    // Less the 11 beside it, only 1 would be left.
    expect(rowTotals(11, 1)).toEqual(['SUPPRESSED', 40]);
    // 15 is what 13 to 17 are shown as. Less the 9 beside it, only 4 would be left.
    expect(rowTotals(9, 4)).toEqual(['SUPPRESSED', 40]);
  });

  it('shows the sum of what is small everywhere: low in number locally, significant in London', () => {
    const ones = Array.from({ length: 33 }, () => [1, 2, 0]);
    const { cells, total } = safeCounts(ones);
    expect(cells[0]).toEqual(['SUPPRESSED', 'SUPPRESSED', 0]);
    expect(total).toBe(100);
  });

  it('is no table with rows of two lengths, parts of children, or a threshold that would hide a single value', () => {
    expect(() => safeCounts([[1], [1, 2]])).toThrow(/rows of one length/);
    expect(() => safeCounts([[1.5]])).toThrow(/whole numbers/);
    expect(() => safeCounts([[1]], 2)).toThrow(/threshold must be a whole number from 3/);
  });

  it('may be empty', () => {
    expect(safeCounts([])).toEqual({ cells: [], rowTotals: [], columnTotals: [], total: 0 });
  });
});
