import { fromDayNumber, isWeekend, toDayNumber } from '@hub/scalars';
import { BANK_HOLIDAYS_FROM, BANK_HOLIDAYS_TO, ENGLAND_BANK_HOLIDAYS } from './bank-holidays';

const FIRST = toDayNumber(BANK_HOLIDAYS_FROM);
const LAST = toDayNumber(BANK_HOLIDAYS_TO);

/** Day numbers of the working days of all years covered, ascending. */
const WORKING_DAYS: number[] = [];
/** How many working days lie before each day covered, by its distance from the first. */
const WORKING_DAYS_BEFORE: number[] = [];
for (let day = FIRST; day <= LAST; day += 1) {
  WORKING_DAYS_BEFORE.push(WORKING_DAYS.length);
  if (!isWeekend(day) && !ENGLAND_BANK_HOLIDAYS.has(fromDayNumber(day))) WORKING_DAYS.push(day);
}

/** Working days before `date`, and up to and including it; null of a day of which nothing is known. */
function count(date: string): { before: number; upTo: number } | null {
  const day = toDayNumber(date);
  const before = WORKING_DAYS_BEFORE[day - FIRST];
  if (before === undefined) return null;
  return { before, upTo: WORKING_DAYS_BEFORE[day - FIRST + 1] ?? WORKING_DAYS.length };
}

/**
 * Whether `date` is a working day in England: Monday to Friday and no bank holiday.
 *
 * @param date a day as `YYYY-MM-DD`, of Europe/London
 * @returns null of a day of a year whose bank holidays are not known
 * @throws RangeError where `date` is not a day
 */
export function isWorkingDay(date: string): boolean | null {
  const days = count(date);
  return days && days.upTo > days.before;
}

/**
 * The day that is `n` working days from `date`.
 *
 * The start day is day 0, whether or not it is itself a working day; day 1 is the first working day
 * after it. So 1 working day from a Friday, a Saturday or a Sunday is the Monday. A negative `n`
 * counts back: -1 is the last working day before `date`. With `n` 0 the start day comes back as it is.
 *
 * Procedures differ: a transfer-in conference is due within 15 working days of notification, and
 * Devon counts the day of notification as day 1. For such a rule ask for one day fewer, where the
 * notification came on a working day.
 *
 * Sources: Working Together as Nottinghamshire's procedures quote it (transfer-in conferences); the
 * holidays are those of {@link ENGLAND_BANK_HOLIDAYS}.
 *
 * @param date day 0, as `YYYY-MM-DD`, of Europe/London
 * @param n a whole number of working days
 * @returns null where either end is of a year whose bank holidays are not known
 * @throws RangeError where `date` is not a day, or `n` is not whole
 */
export function addWorkingDays(date: string, n: number): string | null {
  if (!Number.isInteger(n)) throw new RangeError(`Working days must be a whole number, not ${n}.`);
  const days = count(date);
  if (days === null || n === 0) return days && date;
  const day = WORKING_DAYS[n > 0 ? days.upTo + n - 1 : days.before + n];
  return day === undefined ? null : fromDayNumber(day);
}

/**
 * How many working days `to` is after `from`, by the convention of {@link addWorkingDays}: `from` is
 * day 0 and never counts, `to` counts where it is a working day. Friday to the Monday after is 1, and
 * so is Saturday to Monday; Friday to Sunday is 0. Where `to` is earlier the count is negative.
 *
 * @param from day 0, as `YYYY-MM-DD`, of Europe/London
 * @param to the day reached, as `YYYY-MM-DD`
 * @returns a whole number of working days; null where either is of a year whose bank holidays are not known
 * @throws RangeError where either is not a day
 */
export function workingDaysBetween(from: string, to: string): number | null {
  const start = count(from);
  const end = count(to);
  if (start === null || end === null) return null;
  return to >= from ? end.upTo - start.upTo : end.before - start.before;
}
