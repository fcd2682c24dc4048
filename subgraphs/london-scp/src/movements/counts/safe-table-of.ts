import { safeCounts, type SafeCount } from '@hub/contract';
import { safeNumber } from './safe-number';

/** A count as it was read, at a place of a table. */
export interface CountedAt {
  row: string;
  column: string;
  count: number;
  isSynthetic: boolean;
}

/** A count that was made safe, and says whether demonstration data is in it. */
export interface SafeFields {
  value: number | null;
  isSuppressed: boolean;
  isSynthetic: boolean;
}

/** A table that was made safe. */
export interface SafeTableOf<At extends CountedAt> {
  /** What was counted, in its order; places at which nothing was are not listed. */
  cells: (SafeFields & { at: At })[];
  /** Totals by the names of rows, and of columns, in their order. */
  rows: [string, SafeFields][];
  columns: [string, SafeFields][];
  total: SafeFields;
}

/** Makes a two-way table of counts safe, of the places at which something was counted. */
export function safeTableOf<At extends CountedAt>(counted: readonly At[]): SafeTableOf<At> {
  const rows = namesOf(counted.map(({ row }) => row));
  const columns = namesOf(counted.map(({ column }) => column));
  const counts = [...rows.keys()].map(() => [...columns.keys()].map(() => 0));
  for (const { row, column, count } of counted) counts[rows.get(row)!]![columns.get(column)!] = count;
  const safe = safeCounts(counts);
  const fields = (count: SafeCount, some: readonly At[]): SafeFields => ({
    ...safeNumber(count),
    isSynthetic: some.some(({ isSynthetic }) => isSynthetic),
  });
  const totals = (names: ReadonlyMap<string, number>, safeTotals: readonly SafeCount[], side: 'row' | 'column') =>
    [...names].map(([name, index]): [string, SafeFields] => [
      name,
      fields(
        safeTotals[index]!,
        counted.filter((one) => one[side] === name),
      ),
    ]);
  return {
    cells: counted.map((at) => ({
      ...{ at, ...fields(safe.cells[rows.get(at.row)!]![columns.get(at.column)!]!, [at]) },
    })),
    rows: totals(rows, safe.rowTotals, 'row'),
    columns: totals(columns, safe.columnTotals, 'column'),
    total: fields(safe.total, counted),
  };
}

/** The place of each name in the table. */
function namesOf(names: readonly string[]): Map<string, number> {
  return new Map([...new Set(names)].sort().map((name, index) => [name, index]));
}
