import { z } from 'zod';
import { ObligationRecordKind } from '../obligation-record-kind';
import type { Evidence } from './evidence';

/** At which records a rule looks: of one kind, and where it says so only at those of something. */
export const looksAt = {
  records: z.enum(ObligationRecordKind),
  of: z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]).optional(),
};

/**
 * The evidence that counts for a rule.
 *
 * @param bodyId the body that the rule obliges; what another body did does not count for it. Null where it is the partnership
 */
export function countsFor<Row extends Evidence>(
  { of }: { of?: string | string[] | undefined },
  bodyId: string | null,
  evidence: readonly Row[],
): Row[] {
  const wanted = of === undefined ? null : [of].flat();
  return evidence.filter(
    (one) =>
      (bodyId === null || one.bodyId === null || one.bodyId === bodyId) &&
      (wanted === null || (one.of !== null && wanted.includes(one.of))),
  );
}

/** What is real, where anything is by the end of a day: what the demonstration has beside it shows nothing. */
export function realFirst<Row extends Evidence>(evidence: readonly Row[], on: string): readonly Row[] {
  const real = evidence.filter(({ isSynthetic }) => !isSynthetic);
  return real.some(({ doneOn }) => doneOn === null || doneOn <= on) ? real : evidence;
}
