import { z } from 'zod';
import { ObligationStatus } from '../obligation-status';
import { daysOf, doneBy, type Evidence, nameOf } from './evidence';
import { judged, type Judgement, listed, unrecorded } from './judgement';
import { ofLastYear } from './last-year';
import { looksAt } from './looks-at';

/** With each of its parts: the sections of a report, the standing items of an agenda. */
export const requiredPartsRule = z.strictObject({
  evaluator: z.literal('REQUIRED_PARTS'),
  ...looksAt,
  parts: z.array(z.string().min(1)).min(1),
  /** The document gives no time for them: what is missing is still to be done, and breaks nothing. */
  atAnyTime: z.literal(true).optional(),
});

/**
 * How required parts stand: by the records of the last twelve months, or the latest where there are none. One without one of
 * them breaches it. Where the document gives them no time, as for sending a report to several boards, the missing are due.
 *
 * Sources: HAV-29, LAM-35, TRI-51, RED-13; at any time HAV-22, TRI-02.
 *
 * @param on a day as `YYYY-MM-DD`, at the end of which is judged
 */
export function requiredParts(
  { parts, atAnyTime, ...rule }: z.infer<typeof requiredPartsRule>,
  evidence: readonly Evidence[],
  on: string,
): Judgement {
  const done = doneBy(evidence, on);
  const missingOf = (record: Evidence) =>
    parts.filter(
      (name) => !record.parts.some((part) => part.name === name && (part.doneOn === null || part.doneOn <= on)),
    );
  const [last] = done;
  if (!last) return unrecorded(rule);
  const kept = done.find((record) => missingOf(record).length === 0);
  const keptOn = kept && [kept.doneOn, ...parts.flatMap((part) => daysOf(kept, part, on)[0] ?? [])].sort().at(-1);
  const lastMet = keptOn ?? null;
  const short = ofLastYear(done, on).filter((record) => missingOf(record).length > 0);
  if (short.length === 0) return judged(ObligationStatus.MET, [last], { lastMet });
  const missing = short.map((record) => `${nameOf(record)} is without ${missingOf(record).join(' and ')}`);
  const status = atAnyTime ? ObligationStatus.DUE : ObligationStatus.BREACHED;
  return judged(status, short, { reason: `${listed(missing)}.`, lastMet });
}
