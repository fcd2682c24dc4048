import { monthsAfter } from '../calendar/months-after';

/**
 * The day a term of office ends: the same day so many years later, or the last of the month where it has no such day. A
 * term from 29 February ends on 28 February, unless that year has a 29th.
 *
 * @param appointedOn - the day the term began, as `YYYY-MM-DD`.
 * @param years - of the term, as the document gives them.
 */
export function termEnd(appointedOn: string, years: number): string {
  return monthsAfter(appointedOn, 12 * years)!;
}
