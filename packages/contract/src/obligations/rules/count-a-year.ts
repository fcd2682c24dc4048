import { financialYearOf, latestDay } from '@hub/scalars';
import { z } from 'zod';
import { monthsAfter } from '../../calendar/months-after';
import { ObligationStatus } from '../obligation-status';
import { standing } from './due';
import { doneBy, type Evidence } from './evidence';
import { judged, type Judgement, unrecorded } from './judgement';
import { isOfLastYear } from './last-year';
import { looksAt } from './looks-at';

/** So often a year, at least or exactly: "four times a year", "a minimum of twice a year", "three every year". */
export const countAYearRule = z.strictObject({
  evaluator: z.literal('COUNT_A_YEAR'),
  ...looksAt,
  times: z.int().min(1).max(12),
  exactly: z.literal(true).optional(),
});

/**
 * How "four times a year" stands: by the twelve months up to the day, since the document does not say which year it means.
 * The next is due when the earliest of the last four is twelve months old. While fewer than four are recorded at all, they
 * are due within twelve months of the first. Where it is exactly so many, one more in a financial year breaks it: in twelve
 * months that span two of them there may rightly be more. A document that came into force gives its own first twelve months.
 *
 * Sources: RED-11, TRI-12, TRI-36, LAM-28. That the year is twelve months back from the day is our reading, and that more
 * than three are counted by financial years, in which hubs work.
 *
 * @param on a day as `YYYY-MM-DD`, at the end of which is judged
 * @param from the first day on which the document is worked to; null where that is not known
 */
export function countAYear(
  { times, exactly, ...rule }: z.infer<typeof countAYearRule>,
  evidence: readonly Evidence[],
  on: string,
  from: string | null = null,
): Judgement {
  const done = doneBy(evidence, on);
  const shownBy = done.slice(0, times);
  const [last, first] = [shownBy[0], shownBy.at(-1)];
  if (!last || !first) return unrecorded(rule);
  const isCounted = shownBy.length === times;
  const yearOld = monthsAfter(latestDay(first.doneOn), 12)!;
  const firstYear = from === null ? '' : monthsAfter(from, 12)!;
  const to = firstYear > yearOld ? firstYear : yearOld;
  const known = { lastMet: isCounted ? last.doneOn : null, nextDue: to };
  const year = financialYearOf(on);
  const ofTheYear = done.filter(({ doneOn }) => financialYearOf(latestDay(doneOn)) === year);
  if (exactly && ofTheYear.length > times) {
    const reason = `${ofTheYear.length} in ${year}, and the document says ${times} a year.`;
    return judged(ObligationStatus.BREACHED, ofTheYear, { ...known, reason });
  }
  const status = standing({ from: isCounted ? yearOld : latestDay(first.doneOn), to }, on);
  const recent = done.filter(({ doneOn }) => isOfLastYear(latestDay(doneOn), on)).length;
  const reason = `${recent} in the last twelve months, and the document says ${times} a year.`;
  return judged(status, shownBy, { ...known, reason: status === ObligationStatus.OVERDUE ? reason : null });
}
