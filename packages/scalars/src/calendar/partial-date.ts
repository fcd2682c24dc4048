import { isCalendarDay, toDayNumber } from './calendar-day';

const YEAR = /^\d{4}$/;
const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

function lastDayOf(month: string): string {
  const last = ['31', '30', '29', '28'].find((day) => isCalendarDay(`${month}-${day}`));
  return `${month}-${last}`;
}

const notPartial = (text: string) =>
  new RangeError(
    'A partial date must be a year, a month or a day of the calendar such as 2022, 2022-12 or 2022-12-31, ' +
      `not ${JSON.stringify(text)}.`,
  );

/**
 * The earliest day a date of reduced precision (ISO 8601) can mean: of `2022` it is `2022-01-01`, of
 * `2022-12` it is `2022-12-01`, and of a day that day.
 *
 * @param partialDate a year `2022`, a month `2022-12` or a day `2022-12-31`
 * @returns a day as `YYYY-MM-DD`
 * @throws RangeError where `partialDate` has another shape, or no such month or day exists
 */
export function earliestDay(partialDate: string): string {
  if (isCalendarDay(partialDate)) return partialDate;
  if (YEAR.test(partialDate)) return `${partialDate}-01-01`;
  if (MONTH.test(partialDate)) return `${partialDate}-01`;
  throw notPartial(partialDate);
}

/**
 * The latest day a date of reduced precision (ISO 8601) can mean: of `2022` it is `2022-12-31`, of
 * `2024-02` it is `2024-02-29`, and of a day that day.
 *
 * @param partialDate a year `2022`, a month `2022-12` or a day `2022-12-31`
 * @returns a day as `YYYY-MM-DD`
 * @throws RangeError where `partialDate` has another shape, or no such month or day exists
 */
export function latestDay(partialDate: string): string {
  if (isCalendarDay(partialDate)) return partialDate;
  if (YEAR.test(partialDate)) return `${partialDate}-12-31`;
  if (MONTH.test(partialDate)) return lastDayOf(partialDate);
  throw notPartial(partialDate);
}

/**
 * Whether `day` lies within a validity, both ends included and each taken as widely as its source
 * allows: from `2022-12` to `2025` holds on 1 December 2022 and on 31 December 2025. An end that is
 * null is open. Within ends that contradict each other, the later first, lies no day.
 *
 * @param day a day as `YYYY-MM-DD`
 * @param from a partial date from which it holds, null where none is stated
 * @param to a partial date up to and including which it holds, null where none is stated
 * @throws RangeError where `day` is not a day, or an end not a partial date
 */
export function isDuring(day: string, from: string | null, to: string | null): boolean {
  toDayNumber(day);
  const earliest = from === null ? null : earliestDay(from);
  const latest = to === null ? null : latestDay(to);
  // Days as YYYY-MM-DD sort as text in the order of the calendar.
  return (earliest === null || earliest <= day) && (latest === null || day <= latest);
}
