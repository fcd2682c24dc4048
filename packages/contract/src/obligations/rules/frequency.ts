import { earliestDay, latestDay } from '@hub/scalars';
import { z } from 'zod';
import { quarterBounds, quarterOf } from '../../calendar/quarter';
import { reviewDue } from '../../procedures/review-due';
import { ObligationRecordKind } from '../obligation-record-kind';
import { standing, type Due } from './due';
import { type Judgement, unrecorded } from './judgement';
import { type DatedRecord, doneBy } from './records-by-kind';

/** Once in each calendar month, or quarter: "monthly", "quarterly". */
export const frequencyRule = z.strictObject({
  evaluator: z.literal('FREQUENCY'),
  records: z.literal(ObligationRecordKind.MEETING),
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
  { every }: z.infer<typeof frequencyRule>,
  records: readonly DatedRecord[],
  on: string,
): Judgement {
  const [last] = doneBy(records, on);
  if (!last) return unrecorded('meeting');
  const due = periodAfter(every, last.doneOn);
  return {
    ...{ status: standing(due, on), reason: null },
    ...{ lastMet: last.doneOn, nextDue: due.to, shownBy: [last] },
  };
}

/** The month or the quarter after the one in which a day lies. */
function periodAfter(every: 'MONTH' | 'QUARTER', day: string): Due {
  if (every === 'QUARTER') return quarterBounds(quarterOf(reviewDue(quarterBounds(quarterOf(day)).from, 3)!));
  const month = reviewDue(day.slice(0, 7), 1)!;
  return { from: earliestDay(month), to: latestDay(month) };
}
