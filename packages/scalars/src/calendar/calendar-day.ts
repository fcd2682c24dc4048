const MILLISECONDS_A_DAY = 86_400_000;
const PATTERN = /^\d{4}-\d{2}-\d{2}$/;

/** The instant at which `date` begins in UTC, in milliseconds since 1970, or NaN where there is no such day. */
function utcMidnight(date: string): number {
  const milliseconds = PATTERN.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN;
  // Date.parse rolls 30 February over into March, so a day must also read back as it was written.
  return fromMilliseconds(milliseconds) === date ? milliseconds : Number.NaN;
}

function fromMilliseconds(milliseconds: number): string {
  return Number.isNaN(milliseconds) ? '' : new Date(milliseconds).toISOString().slice(0, 10);
}

/** Whether `text` is a day of the calendar as `YYYY-MM-DD`, and one that exists: `2026-02-29` does not. */
export function isCalendarDay(text: string): boolean {
  return !Number.isNaN(utcMidnight(text));
}

/**
 * The number of days from 1970-01-01 to `date`, for arithmetic on whole days. The date is read as
 * UTC midnight, where every day has 24 hours: Europe/London has one of 23 and one of 25 a year.
 *
 * @param date a day that exists, as `YYYY-MM-DD`
 * @throws RangeError where `date` has another shape, or no such day exists (`2026-02-29`)
 */
export function toDayNumber(date: string): number {
  const milliseconds = utcMidnight(date);
  if (Number.isNaN(milliseconds)) {
    throw new RangeError(`A date must be a day of the calendar such as 2026-03-31, not ${JSON.stringify(date)}.`);
  }
  return milliseconds / MILLISECONDS_A_DAY;
}

/** The day as `YYYY-MM-DD` that is `dayNumber` whole days after 1970-01-01: the inverse of {@link toDayNumber}. */
export function fromDayNumber(dayNumber: number): string {
  return fromMilliseconds(dayNumber * MILLISECONDS_A_DAY);
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
