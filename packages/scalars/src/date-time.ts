import { isCalendarDay } from './calendar/calendar-day';
import { textScalar } from './text-scalar';

const PATTERN = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,6})?Z$/;

/** An instant in UTC, to the microsecond. Text on both sides, like a date: a `Date` of JavaScript keeps milliseconds only. */
export const DateTimeScalar = textScalar(
  'DateTime',
  'An instant in UTC, as `2026-03-31T09:30:00.000Z`.',
  'an instant in UTC such as 2026-03-31T09:30:00Z',
  // 30 February is parsed as a day in March.
  (text) => PATTERN.test(text) && isCalendarDay(text.slice(0, 10)) && !Number.isNaN(Date.parse(text)),
);
