import { BAND, type BandedCount } from './banded';

/** A table that may be published. Whatever is shown of a cell, at least five values of it are left, or two with its totals. */
export interface SafeTable {
  cells: BandedCount[][];
  rowTotals: BandedCount[];
  total: BandedCount;
}

/** What a reader is told of a count: it is one of these, both ends included. */
interface Band {
  from: number;
  to: number;
}

/**
 * A table of counts of children, made safe. Cells are in bands of five, with nought in the lowest. The total of a row is in
 * a band of five of what its cells' bands leave possible, and the total of all of what the rows' leave: the highest such
 * band takes what remains above it, so that each holds five sums or all. Nothing is decided by a count that is not shown,
 * so what is consistent with the figures is all that a reader is told, who knows this method too: sums that lie side by side
 * are left, and with them two values of every cell and of every row.
 *
 * Columns have no totals: what is added up in two ways can be told from one another.
 *
 * @param counts - rows of one length, which does not depend on what is counted; whole numbers from 0.
 * @throws RangeError where they make no table.
 */
export function safeCounts(counts: readonly (readonly number[])[]): SafeTable {
  check(counts);
  const cells = counts.map((row) => row.map(bandOf));
  const rows = counts.map((row, index) => bandOfTotal(cells[index]!, sum(row)));
  return {
    cells: cells.map((row) => row.map(shown)),
    rowTotals: rows.map(shown),
    total: shown(bandOfTotal(rows, sum(counts.flat()))),
  };
}

function bandOf(count: number): Band {
  const from = roundedDown(count);
  return { from, to: from + BAND - 1 };
}

function bandOfTotal(parts: readonly Band[], total: number): Band {
  const least = sum(parts.map(({ from }) => from));
  const most = sum(parts.map(({ to }) => to));
  const last = Math.max(least, roundedDown(most + 1) - BAND);
  const from = Math.min(roundedDown(total), last);
  return { from, to: from === last ? most : from + BAND - 1 };
}

function shown({ from }: Band): BandedCount {
  return from === 0 ? null : from;
}

function roundedDown(count: number): number {
  return Math.floor(count / BAND) * BAND;
}

function sum(values: readonly number[]): number {
  return values.reduce((one, other) => one + other, 0);
}

function check(counts: readonly (readonly number[])[]): void {
  const isTable = counts.every(
    (row) => row.length === counts[0]!.length && row.every((count) => Number.isInteger(count) && count >= 0),
  );
  if (!isTable) throw new RangeError('Counts must be rows of one length, of whole numbers from 0.');
}
