import { z } from 'zod';
import { ObligationRecordKind } from '../obligation-record-kind';
import { ObligationStatus } from '../obligation-status';
import { type Dated, type Evidence, inForce, nameOf } from './evidence';
import { judged, type Judgement, listed, unrecorded } from './judgement';
import { looksAt } from './looks-at';

/** At least, or at most, so many at one time: up to three lay members, two Change Makers a hub. */
export const limitRule = z
  .strictObject({
    evaluator: z.literal('LIMIT'),
    ...looksAt,
    min: z.int().min(1).optional(),
    max: z.int().min(0).optional(),
    part: z.string().min(1).optional(),
  })
  .refine(({ min, max }) => min !== undefined || max !== undefined, 'Give min, max, or both.')
  .refine(({ min = 0, max = Infinity }) => min <= max, 'min must not be above max.');

/** Of what a record does not go on after its day. */
const DONE_IN_A_DAY: readonly ObligationRecordKind[] = [
  ObligationRecordKind.CHALLENGE,
  ObligationRecordKind.PRACTICE_AUDIT,
  ObligationRecordKind.SCRUTINY_ACTIVITY,
];

/**
 * How a number stands on the day: of all that hold then, or with `part` of the parts of that name that each of them has.
 * Fewer than `min` are overdue, for the missing are to be found; more than `max` are in breach. It was last met on the
 * day itself; by what is done in a day, when the latest was done.
 *
 * Sources: RED-17, RED-19, RED-20, LAM-08, LAM-31.
 *
 * @param on a day as `YYYY-MM-DD`, at the end of which is judged
 */
export function limit(
  { min = 0, max = Infinity, part, ...rule }: z.infer<typeof limitRule>,
  evidence: readonly Evidence[],
  on: string,
): Judgement {
  const held = inForce(evidence, on);
  if (held.length === 0 && !(part === undefined && evidence.some(({ doneOn }) => doneOn !== null && doneOn <= on))) {
    return unrecorded(rule);
  }
  const counts: { name: string; count: number; shown: Dated[] }[] =
    part === undefined
      ? [{ name: 'in all', count: held.length, shown: held }]
      : held.map((record) => ({ name: nameOf(record), count: partsOf(record, part, on), shown: [record] }));
  const wrong = (isWrong: (count: number) => boolean) => counts.filter(({ count }) => isWrong(count));
  const [above, below] = [wrong((count) => count > max), wrong((count) => count < min)];
  const [status, shown] =
    above.length > 0
      ? [ObligationStatus.BREACHED, above]
      : below.length > 0
        ? [ObligationStatus.OVERDUE, below]
        : [ObligationStatus.MET, counts];
  const asked =
    max === Infinity ? `at least ${min}` : min === max ? `${min}` : min === 0 ? `at most ${max}` : `${min} to ${max}`;
  return judged(
    status,
    shown.flatMap((one) => one.shown),
    {
      reason:
        status === ObligationStatus.MET
          ? null
          : `The document says ${asked}: ${listed(shown.map(({ name, count }) => `${count} ${part ? `of ${name}` : name}`))}.`,
      lastMet: status !== ObligationStatus.MET ? null : DONE_IN_A_DAY.includes(rule.records) ? held[0]!.doneOn : on,
    },
  );
}

/** How many parts of a name a record has by the end of a day; one of which no day is known counts. */
function partsOf({ parts }: Evidence, part: string, on: string): number {
  return parts.filter(({ name, doneOn }) => name === part && (doneOn === null || doneOn <= on)).length;
}
