import { earliestDay, latestDay } from '@hub/scalars';
import { z } from 'zod';
import { quarterBounds, quarterOf } from '../../calendar/quarter';
import { reviewDue } from '../../procedures/review-due';
import { standing, type Due } from './due';
import { doneBy, type Evidence } from './evidence';
import { judged, type Judgement, unrecorded } from './judgement';
import { looksAt } from './looks-at';

/** Once in each calendar month, or quarter: "monthly", "quarterly". */
export const frequencyRule = z.strictObject({
  evaluator: z.literal('FREQUENCY'),
  ...looksAt,
  every: z.enum(['MONTH', 'QUARTER']),
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

/** The month or the quarter after the one in which a day lies. */
function periodAfter(every: 'MONTH' | 'QUARTER', day: string): Due {
  if (every === 'QUARTER') return quarterBounds(quarterOf(reviewDue(quarterBounds(quarterOf(day)).from, 3)!));
  const month = reviewDue(day.slice(0, 7), 1)!;
  return { from: earliestDay(month), to: latestDay(month) };
}
