import { safeCounts } from '@hub/contract';

/**
 * A count where tables overlap: rounded to the nearest 5, and null from 1 to 4. An exact one could be subtracted from
 * another table's total, and would leave a small one; of rounded ones at least two values are left.
 */
export function roundedCount(count: number): number | null {
  const { total } = safeCounts([[count]]);
  return total === 'SUPPRESSED' ? null : total;
}
