import * as fc from 'fast-check';
import { banded } from './banded';
import { safeCounts } from './safe-counts';

/** Every table of so many rows and columns, with counts from 0 to `most`. */
function* everyTable(rows: number, columns: number, most: number): Generator<number[][]> {
  const flat = Array.from({ length: rows * columns }, () => 0);
  for (;;) {
    yield Array.from({ length: rows }, (_, row) => flat.slice(row * columns, (row + 1) * columns));
    const next = flat.findIndex((count) => count < most);
    if (next < 0) return;
    flat.fill(0, 0, next);
    flat[next]! += 1;
  }
}

/** A method of publishing a table. */
type Method = (counts: number[][]) => object;

/**
 * Tables of which a reader who knows the method, and tries every table, can tell a cell from what is shown. Each
 * bit of a cell's set is a value that it takes in some table with the same figures.
 */
function toldBy(method: Method, rows: number, columns: number, most: number): string[] {
  const values = new Map<string, number[]>();
  for (const counts of everyTable(rows, columns, most)) {
    const figures = JSON.stringify(method(counts));
    const seen = values.get(figures) ?? Array.from({ length: rows * columns }, () => 0);
    counts.flat().forEach((count, cell) => (seen[cell]! |= 1 << count));
    values.set(figures, seen);
  }
  const isOne = (set: number) => (set & (set - 1)) === 0;
  return [...values].filter(([, seen]) => seen.some(isOne)).map(([figures]) => figures);
}

/** The greatest count is the top of a band, so that no band is cut short by where the tables end. */
const SIZES: [rows: number, columns: number, most: number][] = [
  ...([[1, 1, 24], [1, 2, 14], [1, 3, 14], [1, 4, 14], [1, 5, 9], [1, 6, 4]] as [number, number, number][]),
  ...([[2, 1, 14], [4, 1, 14], [5, 1, 9], [2, 2, 14], [2, 3, 4], [3, 2, 4]] as [number, number, number][]),
]; // prettier-ignore

/** What was published before: exact cells and zeros, and totals rounded to the nearest 5. */
const roundedTotals: Method = (counts) => {
  const rounded = (line: number[]) => Math.round(line.reduce((sum, count) => sum + count, 0) / 5) * 5;
  return {
    cells: counts.map((row) => row.map((count) => (count > 0 && count < 5 ? null : count))),
    rowTotals: counts.map(rounded),
    total: rounded(counts.flat()),
  };
};

/** Bands of five for the totals too, without a care for what the cells leave possible. */
const bandedTotals: Method = (counts) => {
  const total = (line: number[]) => banded(line.reduce((sum, count) => sum + count, 0));
  return { cells: counts.map((row) => row.map((count) => banded(count))), total: total(counts.flat()) };
};

describe('a table of counts of children', () => {
  it.each(SIZES)('of %d by %d leaves two values of every cell, to a reader who tries every table', (...size) => {
    expect(toldBy(safeCounts, ...size)).toEqual([]);
  });

  it('is told by a method that rounds its totals, or does not heed what its cells leave possible', () => {
    expect(toldBy(roundedTotals, 2, 2, 14).length).toBeGreaterThan(0);
    expect(toldBy(bandedTotals, 1, 5, 4).length).toBeGreaterThan(0);
  });

  const count = fc.oneof(fc.integer({ min: 0, max: 5 }), fc.constantFrom(0, 4, 5, 9, 10, 14), fc.nat(40));
  const table = fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 })).chain(([rows, columns]) => {
    const row = fc.array(count, { minLength: columns, maxLength: columns });
    return fc.array(row, { minLength: rows, maxLength: rows });
  });

  /** Tables in which one cell is another by one, alone or against another cell. */
  function* nearTo(counts: number[][], row: number, column: number): Generator<number[][]> {
    for (const by of [1, -1]) {
      const changed = (there: number, other: number) =>
        counts.map((line, r) =>
          line.map((one, c) => one + (r === row && c === column ? by : 0) - (r === there && c === other ? by : 0)),
        );
      yield changed(-1, -1);
      for (let there = 0; there < counts.length; there += 1) {
        for (let other = 0; other < counts[0]!.length; other += 1) {
          if (there !== row || other !== column) yield changed(there, other);
        }
      }
    }
  }

  it('of any size has another table of the same figures, in which a cell is another', () => {
    fc.assert(
      fc.property(fc.oneof(table, fc.constant<number[][]>([[4, 0], [8, 12], [11, 1]])), (counts) => {
        const figures = JSON.stringify(safeCounts(counts));
        counts.forEach((line, row) =>
          line.forEach((_, column) => {
            const others = [...nearTo(counts, row, column)].filter((other) => other.flat().every((one) => one >= 0));
            expect(others.some((other) => JSON.stringify(safeCounts(other)) === figures)).toBe(true);
          }),
        );
      }),
      { numRuns: 500 },
    );
  }); // prettier-ignore

  it('shows at least so many, never more than there are, and of a cell within five', () => {
    fc.assert(
      fc.property(table, (counts) => {
        const { cells, rowTotals, total } = safeCounts(counts);
        const flat = counts.flat();
        cells.flat().forEach((cell, index) => {
          expect(cell ?? 0).toBe(5 * Math.floor(flat[index]! / 5));
        });
        for (const [shown, line] of [
          ...rowTotals.map((one, row) => [one, counts[row]!] as const),
          [total, flat] as const,
        ]) {
          const sum = line.reduce((one, other) => one + other, 0);
          expect((shown ?? 0) % 5).toBe(0);
          expect(shown ?? 0).toBeLessThanOrEqual(sum);
        }
      }),
    );
  });

  it('shows the sum of what is small everywhere: low in number locally, significant in London', () => {
    const ones = Array.from({ length: 33 }, () => [1, 2, 0]);
    const { cells, total } = safeCounts(ones);
    expect(cells[0]).toEqual([null, null, null]);
    expect(total).toBe(95);
  });

  it('tells no table without a child from one with one', () => {
    expect(safeCounts([[0, 0, 0]])).toEqual(safeCounts([[0, 1, 0]]));
  });

  it('is not a table with rows of two lengths, or parts of children', () => {
    expect(() => safeCounts([[1], [1, 2]])).toThrow(/rows of one length/);
    expect(() => safeCounts([[1.5]])).toThrow(/whole numbers/);
    expect(() => safeCounts([[-1]])).toThrow(/whole numbers/);
  });

  it('may be empty', () => {
    expect(safeCounts([])).toEqual({ cells: [], rowTotals: [], total: null });
  });
});

describe('a count without a total', () => {
  it.each([
    [0, 5, null],
    [4, 5, null],
    [5, 5, 5],
    [9, 5, 5],
    [10, 5, 10],
    [9, 10, null],
    [14, 10, 10],
  ])('of %d, shown from %d, is %s', (count, least, shown) => {
    expect(banded(count, least)).toBe(shown);
  });
});
