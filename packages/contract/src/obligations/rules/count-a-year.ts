import { z } from 'zod';
import { reviewDue } from '../../procedures/review-due';
import { ObligationRecordKind } from '../obligation-record-kind';
import { standing } from './due';
import { type Judgement, unrecorded } from './judgement';
import { type DatedRecord, doneBy } from './records-by-kind';

/** So often a year: "four times a year". */
export const countAYearRule = z.strictObject({
  evaluator: z.literal('COUNT_A_YEAR'),
  records: z.literal(ObligationRecordKind.MEETING),
  times: z.int().min(1).max(12),
});

/**
 * How "four times a year" stands: by the twelve months up to the day, since the document does not say which year it means.
 * The next is due when the earliest of the last four is twelve months old. While fewer than four are recorded at all, they
 * are due within twelve months of the first.
 *
 * Source: RED-11. That the year is twelve months back from the day is our reading.
 *
 * @param on a day as `YYYY-MM-DD`, at the end of which is judged
 */
export function countAYear(
  { times }: z.infer<typeof countAYearRule>,
  records: readonly DatedRecord[],
  on: string,
): Judgement {
  const shownBy = doneBy(records, on).slice(0, times);
  const [last, first] = [shownBy[0], shownBy.at(-1)];
  if (!last || !first) return unrecorded('meeting');
  const isCounted = shownBy.length === times;
  const to = reviewDue(first.doneOn, 12)!;
  return {
    ...{ status: standing({ from: isCounted ? to : first.doneOn, to }, on), reason: null },
    ...{ lastMet: isCounted ? last.doneOn : null, nextDue: to, shownBy },
  };
}
