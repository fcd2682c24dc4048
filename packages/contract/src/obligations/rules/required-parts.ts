import { z } from 'zod';
import { ObligationStatus } from '../obligation-status';
import { doneBy, type Evidence } from './evidence';
import { judged, type Judgement, listed, unrecorded } from './judgement';
import { looksAt } from './looks-at';

/** With each of its parts: the sections of a report, the standing items of an agenda. */
export const requiredPartsRule = z.strictObject({
  evaluator: z.literal('REQUIRED_PARTS'),
  ...looksAt,
  parts: z.array(z.string().min(1)).min(1),
});

/**
 * How required parts stand: by the latest record, which has each of them, or is in breach and says which it has not.
 *
 * Sources: HAV-29, LAM-35, TRI-51, RED-13.
 *
 * @param on a day as `YYYY-MM-DD`, at the end of which is judged
 */
export function requiredParts(
  { parts, records }: z.infer<typeof requiredPartsRule>,
  evidence: readonly Evidence[],
  on: string,
): Judgement {
  const done = doneBy(evidence, on);
  const missingOf = (record: Evidence) =>
    parts.filter(
      (name) => !record.parts.some((part) => part.name === name && (part.doneOn === null || part.doneOn <= on)),
    );
  const [last] = done;
  if (!last) return unrecorded(records);
  const missing = missingOf(last);
  return judged(missing.length === 0 ? ObligationStatus.MET : ObligationStatus.BREACHED, [last], {
    reason: missing.length === 0 ? null : `${last.record} is without ${listed(missing)}.`,
    lastMet: done.find((record) => missingOf(record).length === 0)?.doneOn ?? null,
  });
}
