/** A count that may be shown, or the mark of one that may not. A true zero is shown as zero. */
export type SafeCount = number | 'SUPPRESSED';

/** A table that may be published. */
export interface SafeTable {
  /** Exact, or suppressed. */
  cells: SafeCount[][];
  /** Rounded to the nearest 5, or suppressed. */
  rowTotals: SafeCount[];
  columnTotals: SafeCount[];
  total: SafeCount;
}

/** The least count other than zero that is shown, unless another is given. */
export const SAFE_THRESHOLD = 5;

const ROUNDED_TO = 5;

interface Cell {
  row: number;
  column: number;
  value: number;
}

/** A total: its value, and whether it is hidden. */
interface Total {
  value: number;
  isHidden: boolean;
}

/** A cell that is one more, or one less. */
interface Change {
  cell: Cell;
  by: 1 | -1;
}

/**
 * A two-way table of counts of children, made safe. Counts from 1 to below the threshold are suppressed; totals are
 * rounded to the nearest 5, and suppressed where they are small themselves. Then each suppressed cell is tried: a reader
 * who knows the method must be left with at least two values for it. That is so where it can be one more or one less,
 * alone or against another suppressed cell, without any shown figure being another. Where it is not so, the totals that
 * stand in the way are suppressed too. No cell of the threshold or above, and no zero, is hidden for that.
 *
 * It guards one table. Two tables that overlap can be subtracted from one another: publish the same cuts each time.
 *
 * @param counts - rows of one length; whole numbers from 0
 * @param threshold - the least count other than zero that is shown. @default {@link SAFE_THRESHOLD}
 * @throws RangeError where the counts make no table, or the threshold is below 3: one value alone would be hidden
 */
export function safeCounts(counts: readonly (readonly number[])[], threshold = SAFE_THRESHOLD): SafeTable {
  check(counts, threshold);
  const columns = counts[0]?.map((_, column) => counts.map((row) => row[column]!)) ?? [];
  const isSmall = (count: number) => count > 0 && count < threshold;
  const totalOf = (line: readonly number[]): Total => {
    const value = line.reduce((sum, count) => sum + count, 0);
    return { value, isHidden: isSmall(value) };
  };
  const rowTotals = counts.map(totalOf);
  const columnTotals = columns.map(totalOf);
  const total = totalOf(counts.flat());
  const suppressed = counts.flatMap((line, row) =>
    line.flatMap((value, column): Cell[] => (isSmall(value) ? [{ row, column, value }] : [])),
  );

  /** Whether a total would be shown as another figure, had a cell of it changed. */
  const isBetrayed = ({ value, isHidden }: Total, by: 1 | -1) =>
    !isHidden && shown(value) !== shown(value + by, threshold);
  const betrayedBy = ({ cell, by }: Change): Total[] =>
    [rowTotals[cell.row]!, columnTotals[cell.column]!, total].filter((one) => isBetrayed(one, by));
  /** Two opposite changes leave the whole as it is, and the row or the column that they have in common. */
  const isBetrayedByBoth = (one: Change, other: Change): boolean =>
    (one.cell.row !== other.cell.row &&
      (isBetrayed(rowTotals[one.cell.row]!, one.by) || isBetrayed(rowTotals[other.cell.row]!, other.by))) ||
    (one.cell.column !== other.cell.column &&
      (isBetrayed(columnTotals[one.cell.column]!, one.by) || isBetrayed(columnTotals[other.cell.column]!, other.by)));
  const isPossible = ({ cell, by }: Change) => isSmall(cell.value + by);

  for (const cell of suppressed) {
    const alone = ([1, -1] as const).map((by): Change => ({ cell, by })).filter(isPossible);
    const isSafe = alone.some(
      (change) =>
        betrayedBy(change).length === 0 ||
        suppressed.some((other) => {
          const against: Change = { cell: other, by: change.by === 1 ? -1 : 1 };
          return other !== cell && isPossible(against) && !isBetrayedByBoth(change, against);
        }),
    );
    if (isSafe) continue;
    const [fewest] = alone.map(betrayedBy).sort((a, b) => a.length - b.length);
    for (const one of fewest!) one.isHidden = true;
  }

  const published = ({ value, isHidden }: Total): SafeCount => (isHidden ? 'SUPPRESSED' : shown(value));
  return {
    cells: counts.map((line) => line.map((count) => (isSmall(count) ? 'SUPPRESSED' : count))),
    rowTotals: rowTotals.map(published),
    columnTotals: columnTotals.map(published),
    total: published(total),
  };
}

/** A total as it is shown. Below `least` it would not be shown as a figure at all, and that is NaN: no figure equals it. */
function shown(value: number, least = 0): number {
  return value < least ? Number.NaN : Math.round(value / ROUNDED_TO) * ROUNDED_TO;
}

function check(counts: readonly (readonly number[])[], threshold: number): void {
  if (!Number.isInteger(threshold) || threshold < 3) {
    throw new RangeError(`The threshold must be a whole number from 3, not ${threshold}.`);
  }
  const isTable = counts.every(
    (row) => row.length === counts[0]!.length && row.every((count) => Number.isInteger(count) && count >= 0),
  );
  if (!isTable) throw new RangeError('Counts must be rows of one length, of whole numbers from 0.');
}
