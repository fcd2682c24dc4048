import { latestDay } from '@hub/contract';

/** Years of a lay member's term of office (RED-20). */
const TERM_YEARS = 3;

/**
 * The day a lay member's term ends: the same day three years later, or the last of the month where
 * it has no such day. A term from 29 February ends on 28 February.
 *
 * @param appointedOn - the day the term began, as `YYYY-MM-DD`.
 */
export function termEnd(appointedOn: string): string {
  const year = Number(appointedOn.slice(0, 4)) + TERM_YEARS;
  const sameDay = `${year}${appointedOn.slice(4)}`;
  const lastOfMonth = latestDay(sameDay.slice(0, 7));
  return sameDay <= lastOfMonth ? sameDay : lastOfMonth;
}
