import { latestDay } from '@hub/scalars';
import { z } from 'zod';
import { reviewDue } from '../../procedures/review-due';
import { standing } from './due';
import { type Dated, type Evidence, inForce } from './evidence';
import { judged, type Judgement, listed, unrecorded } from './judgement';
import { looksAt } from './looks-at';

/** Each of several within so many months of the time before: yearly invitations, the reports of a four-month cycle. */
export const eachWithinRule = z.strictObject({
  evaluator: z.literal('EACH_WITHIN'),
  ...looksAt,
  months: z.int().min(1).max(60),
  part: z.string().min(1).optional(),
});

/**
 * How it stands for all that hold on the day: of each, the next part is due so many months after its last or, without any,
 * after it began. What is overdue of one is overdue of all.
 *
 * Sources: LON-35, which asks for the invitation, whether the chair came or reported; LAM-13, LAM-22, TRI-53.
 *
 * @param on a day as `YYYY-MM-DD`, at the end of which is judged
 */
export function eachWithin(
  { months, part, records }: z.infer<typeof eachWithinRule>,
  evidence: readonly Evidence[],
  on: string,
): Judgement {
  const obliged = inForce(evidence, on)
    .map((record) => ({ record, ...lastPart(record, part, on, months) }))
    .sort((a, b) => (a.due < b.due ? -1 : 1));
  const [next] = obliged;
  if (!next) return unrecorded(records);
  const late = obliged.filter(({ due }) => on > due).map(({ record }) => record.record);
  const known = obliged.flatMap(({ doneOn }) => doneOn ?? []).sort();
  return judged(
    standing({ from: next.due, to: next.due }, on),
    obliged.map(({ shown }) => shown),
    {
      reason:
        late.length > 0
          ? `Not within ${months} months for ${late.length} of ${obliged.length}: ${listed(late)}.`
          : null,
      lastMet: known.at(-1) ?? null,
      nextDue: next.due,
    },
  );
}

/** The last part of a record up to a day, what shows it, and when the next is due. */
function lastPart(record: Dated, part: string | undefined, on: string, months: number) {
  const last = record.parts
    .filter(({ name, doneOn }) => (part === undefined || name === part) && doneOn !== null && doneOn <= on)
    .sort((a, b) => (a.doneOn! < b.doneOn! ? 1 : -1))[0];
  const doneOn = last?.doneOn ?? null;
  return { doneOn, shown: last?.shown ?? record, due: reviewDue(doneOn ?? latestDay(record.doneOn), months)! };
}
