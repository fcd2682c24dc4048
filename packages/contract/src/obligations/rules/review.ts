import { earliestDay, latestDay } from '@hub/scalars';
import { z } from 'zod';
import { ObligationRecordKind } from '../obligation-record-kind';
import { ObligationStatus } from '../obligation-status';
import { standing } from './due';
import { type Judgement, unjudged, unrecorded } from './judgement';
import type { DocumentShown } from './records-by-kind';

/** A review by the day, or within the month, that the document or its last review sets. */
export const reviewRule = z.strictObject({
  evaluator: z.literal('REVIEW'),
  records: z.enum([ObligationRecordKind.TERMS_OF_REFERENCE, ObligationRecordKind.THRESHOLD_DOCUMENT]),
});

/**
 * How the review of a document stands: a date known to the month is due in that month, and overdue from the next on.
 *
 * Sources: HAV-01, TRI-50, TRI-58.
 *
 * @param documents the one in force, in a list of none or one
 * @param on a day as `YYYY-MM-DD`, at the end of which is judged
 */
export function review(documents: readonly DocumentShown[], on: string): Judgement {
  const [document] = documents;
  if (!document) return unrecorded('document');
  const { reviewDue, doneOn } = document;
  if (reviewDue === null) {
    return unjudged(ObligationStatus.NOT_ASSESSABLE, 'Nothing recorded says when it was last reviewed.', [document]);
  }
  const due = { from: earliestDay(reviewDue), to: latestDay(reviewDue) };
  return {
    ...{ status: standing(due, on), reason: null },
    ...{ lastMet: doneOn, nextDue: due.to, shownBy: [document] },
  };
}
