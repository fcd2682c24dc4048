import type { BandedCount } from '@hub/contract';

/**
 * Groups counts by their period, and leaves out those of which nothing is shown: they cannot be told from nought.
 *
 * @param rows - by period.
 * @param shown - what is published of a row; a value of null is left out.
 */
export function byPeriod<Row extends { period: string }, Shown extends { value: BandedCount }>(
  rows: readonly Row[],
  shown: (row: Row) => Shown,
): { period: string; numbers: (Shown & { value: number })[] }[] {
  const periods = new Map<string, (Shown & { value: number })[]>();
  for (const row of rows) {
    const number = shown(row);
    if (number.value === null) continue;
    periods.set(row.period, [...(periods.get(row.period) ?? []), { ...number, value: number.value }]);
  }
  return [...periods].map(([period, numbers]) => ({ period, numbers }));
}
