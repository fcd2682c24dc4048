const MILLISECONDS_A_DAY = 86_400_000;
const PATTERN = /^\d{4}-\d{2}-\d{2}$/;

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** After so many years the calendar repeats itself, and `Date.UTC` takes years below 100 for those of the 20th century. */
const CYCLE = { years: 400, days: 146_097 };

const isLeapYear = (year: number) => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

const yearOf = (date: string) => Number(date.slice(0, 4));
const monthOf = (date: string) => Number(date.slice(5, 7));
const dayOf = (date: string) => Number(date.slice(8));

/** Whether `text` is a day of the calendar as `YYYY-MM-DD`, and one that exists: `2026-02-29` does not. */
export function isCalendarDay(text: string): boolean {
  if (!PATTERN.test(text)) return false;
  const [month, day] = [monthOf(text), dayOf(text)];
  const length = month === 2 && isLeapYear(yearOf(text)) ? 29 : (MONTH_LENGTHS[month - 1] ?? 0);
  return day >= 1 && day <= length;
}

/**
 * The number of days from 1970-01-01 to `date`, for arithmetic on whole days. The date is read as
 * UTC midnight, where every day has 24 hours: Europe/London has one of 23 and one of 25 a year.
 *
 * @param date a day that exists, as `YYYY-MM-DD`
 * @throws RangeError where `date` has another shape, or no such day exists (`2026-02-29`)
 */
export function toDayNumber(date: string): number {
  if (!isCalendarDay(date)) {
    throw new RangeError(`A date must be a day of the calendar such as 2026-03-31, not ${JSON.stringify(date)}.`);
  }
  const milliseconds = Date.UTC(yearOf(date) + CYCLE.years, monthOf(date) - 1, dayOf(date));
  return milliseconds / MILLISECONDS_A_DAY - CYCLE.days;
}

/** The day as `YYYY-MM-DD` that is `dayNumber` whole days after 1970-01-01: the inverse of {@link toDayNumber}. */
export function fromDayNumber(dayNumber: number): string {
  return new Date(dayNumber * MILLISECONDS_A_DAY).toISOString().slice(0, 10);
}

/** Whether the day is a Saturday or a Sunday. */
export function isWeekend(dayNumber: number): boolean {
  const weekday = new Date(dayNumber * MILLISECONDS_A_DAY).getUTCDay();
  return weekday === 0 || weekday === 6;
}

/**
 * The day so many days after another.
 *
 * @param day a day as `YYYY-MM-DD`
 * @param days whole days; before it where negative
 * @throws RangeError where `day` is not a day
 */
export function plusDays(day: string, days: number): string {
  return fromDayNumber(toDayNumber(day) + days);
}
