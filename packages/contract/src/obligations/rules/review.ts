import { earliestDay, latestDay } from '@hub/scalars';
import { z } from 'zod';
import { ObligationStatus } from '../obligation-status';
import { standing } from './due';
import { doneBy, type Evidence } from './evidence';
import { judged, type Judgement, unjudged, unrecorded } from './judgement';
import { looksAt } from './looks-at';

/** A review by the day, or within the month, that the document or its last review sets. */
export const reviewRule = z.strictObject({ evaluator: z.literal('REVIEW'), ...looksAt });

/**
 * How the review of a document stands, or of several actions: a date known to the month is due in that month, and overdue
 * from the next on. What is due first decides. An action that is done is due no more.
 *
 * Sources: HAV-01, TRI-50, TRI-58.
 *
 * @param evidence the document in force; or actions, with `doneOn` where they are done and `dueOn` where they are not
 * @param on a day as `YYYY-MM-DD`, at the end of which is judged
 */
export function review(rule: z.infer<typeof reviewRule>, evidence: readonly Evidence[], on: string): Judgement {
  const [last] = doneBy(evidence, on);
  const lastMet = last?.doneOn ?? null;
  const open = evidence
    .flatMap((record) =>
      record.dueOn === null ? [] : [{ record, from: earliestDay(record.dueOn), to: latestDay(record.dueOn) }],
    )
    .sort((a, b) => (a.to < b.to ? -1 : 1));
  const [next] = open;
  if (next) {
    const late = open.filter(({ to }) => on > to).map(({ record }) => record);
    return judged(standing(next, on), late.length > 0 ? late : [next.record], { lastMet, nextDue: next.to });
  }
  if (last) return judged(ObligationStatus.MET, [last], { lastMet });
  if (evidence.length === 0) return unrecorded(rule);
  return unjudged(ObligationStatus.NOT_ASSESSABLE, 'Nothing recorded says when it was last reviewed.', [...evidence]);
}
