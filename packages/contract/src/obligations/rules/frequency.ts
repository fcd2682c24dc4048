import { latestDay } from '@hub/scalars';
import { z } from 'zod';
import { ObligationStatus } from '../obligation-status';
import { standing } from './due';
import { doneBy, type Evidence } from './evidence';
import { judged, type Judgement, listed, unrecorded } from './judgement';
import { between, lapses } from './last-year';
import { looksAt } from './looks-at';
import { PERIODS, periodDue } from './period-after';

/** Once in each calendar month, or quarter: "monthly", "quarterly". */
export const frequencyRule = z.strictObject({
  evaluator: z.literal('FREQUENCY'),
  ...looksAt,
  every: z.enum(PERIODS),
});

/**
 * How "monthly" and "quarterly" stand: what was last done counts for its own month or quarter of the calendar, and the
 * next is due within the one that follows. A period that was missed is overdue until something is done again, and then a
 * breach for twelve months.
 *
 * Sources: HAV-12, HAV-19, TRI-08, TRI-14, LON-27. That a period is one of the calendar is our reading.
 *
 * @param on a day as `YYYY-MM-DD`, at the end of which is judged
 * @param from the first day on which the document is worked to; null where that is not known
 */
export function frequency(
  { every, ...rule }: z.infer<typeof frequencyRule>,
  evidence: readonly Evidence[],
  on: string,
  from: string | null = null,
): Judgement {
  const done = doneBy(evidence, on);
  const [last] = done;
  if (!last) return unrecorded(rule);
  const dueAfter = periodDue(every, from);
  const due = dueAfter(latestDay(last.doneOn));
  const [status, known] = [standing(due, on), { lastMet: last.doneOn, nextDue: due.to }];
  const missed = lapses(done.map(({ doneOn }) => latestDay(doneOn)).sort(), dueAfter, on);
  if (status === ObligationStatus.OVERDUE || missed.length === 0) return judged(status, [last], known);
  const late = done.filter(({ doneOn }) => missed.some(({ until }) => until === latestDay(doneOn)));
  return judged(ObligationStatus.BREACHED, late, { ...known, reason: `None ${listed(missed.map(between))}.` });
}
