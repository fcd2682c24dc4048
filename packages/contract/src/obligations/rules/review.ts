import { earliestDay, latestDay } from '@hub/scalars';
import { z } from 'zod';
import { ObligationStatus } from '../obligation-status';
import { standing } from './due';
import type { Evidence } from './evidence';
import { judged, type Judgement, unjudged, unrecorded } from './judgement';
import { looksAt } from './looks-at';

/** A review by the day, or within the month, that the document or its last review sets. */
export const reviewRule = z.strictObject({ evaluator: z.literal('REVIEW'), ...looksAt });

/**
 * How the review of a document stands: a date known to the month is due in that month, and overdue from the next on.
 *
 * Sources: HAV-01, TRI-50, TRI-58.
 *
 * @param documents the one in force, in a list of none or one
 * @param on a day as `YYYY-MM-DD`, at the end of which is judged
 */
export function review(
  { records }: z.infer<typeof reviewRule>,
  [document]: readonly Evidence[],
  on: string,
): Judgement {
  if (!document) return unrecorded(records);
  const { dueOn, doneOn } = document;
  if (dueOn === null) {
    return unjudged(ObligationStatus.NOT_ASSESSABLE, 'Nothing recorded says when it was last reviewed.', [document]);
  }
  const due = { from: earliestDay(dueOn), to: latestDay(dueOn) };
  return judged(standing(due, on), [document], { lastMet: doneOn, nextDue: due.to });
}
