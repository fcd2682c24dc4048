import { latestDay } from '@hub/scalars';
import { z } from 'zod';
import { standing } from './due';
import { doneBy, type Evidence } from './evidence';
import { judged, type Judgement, unrecorded } from './judgement';
import { looksAt } from './looks-at';
import { PERIODS, periodAfter } from './period-after';

/** Once in each calendar month, or quarter: "monthly", "quarterly". */
export const frequencyRule = z.strictObject({
  evaluator: z.literal('FREQUENCY'),
  ...looksAt,
  every: z.enum(PERIODS),
});

/**
 * How "monthly" and "quarterly" stand: what was last done counts for its own month or quarter of the calendar, and the
 * next is due within the one that follows. A period that was missed is no longer overdue once something is done again.
 *
 * Sources: HAV-12, HAV-19, TRI-08, TRI-14, LON-27. That a period is one of the calendar is our reading.
 *
 * @param on a day as `YYYY-MM-DD`, at the end of which is judged
 */
export function frequency(
  { every, records }: z.infer<typeof frequencyRule>,
  evidence: readonly Evidence[],
  on: string,
): Judgement {
  const [last] = doneBy(evidence, on);
  if (!last) return unrecorded(records);
  const due = periodAfter(every, latestDay(last.doneOn));
  return judged(standing(due, on), [last], { lastMet: last.doneOn, nextDue: due.to });
}
