import { earliestDay, isCalendarDay, latestDay } from '@hub/scalars';

/**
 * The date so many months after `from`, as precisely as `from` is known: 24 months after
 * `2022-12` is `2024-12`. A day that the month reached does not have becomes its last day.
 *
 * @param from a partial date
 * @param months whole months, not negative
 * @returns a partial date of the same precision; null for a bare year and months that make no whole years
 * @throws RangeError where `from` is not a partial date, or `months` not a whole number from 0
 */
export function monthsAfter(from: string, months: number): string | null {
  const first = earliestDay(from);
  const [year, month] = [Number(first.slice(0, 4)), Number(first.slice(5, 7))];
  if (!Number.isInteger(months) || months < 0) {
    throw new RangeError(`Months must be a whole number from 0, not ${months}.`);
  }
  if (from.length === 4) return months % 12 === 0 ? pad(year + months / 12, 4) : null;
  const count = year * 12 + (month - 1) + months;
  const due = `${pad(Math.floor(count / 12), 4)}-${pad((count % 12) + 1, 2)}`;
  if (from.length === 7) return due;
  const day = `${due}-${from.slice(8)}`;
  return isCalendarDay(day) ? day : latestDay(due);
}

function pad(value: number, length: number): string {
  return String(value).padStart(length, '0');
}
