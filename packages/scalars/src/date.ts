import { isCalendarDay } from './calendar/calendar-day';
import { textScalar } from './text-scalar';

/**
 * A calendar date of England (Europe/London) as `YYYY-MM-DD`. A date has no time of day and no offset, so it stays a
 * string on both sides: an instant would move it across midnight.
 */
export const DateScalar = textScalar(
  'Date',
  'A calendar date of England (Europe/London), as `2026-03-31`.',
  'a day such as 2026-03-31',
  isCalendarDay,
);
