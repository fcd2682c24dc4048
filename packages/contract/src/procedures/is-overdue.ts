import { latestDay } from '@hub/scalars';

/**
 * Whether what was due has surely passed by the end of `on`: the day itself is not late, and a date known to the month
 * is late from the next month on.
 *
 * @param due a partial date, null where nothing says when
 * @param on a day as `YYYY-MM-DD`
 * @returns null where `due` is null
 */
export function isOverdue(due: string | null, on: string): boolean | null {
  return due === null ? null : latestDay(due) < on;
}
