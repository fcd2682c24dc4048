import { z } from 'zod';
import { ObligationStatus } from '../obligation-status';
import { daysOf, doneBy, type Evidence } from './evidence';
import { judged, type Judgement, listed, unrecorded } from './judgement';
import { looksAt } from './looks-at';

/** Signed off by each before it takes effect: a decision by three sectors, minutes before they are published. */
export const signOffRule = z.strictObject({
  evaluator: z.literal('SIGN_OFF'),
  ...looksAt,
  by: z.array(z.string().min(1)).min(1),
});

/**
 * How a sign-off stands: the latest record that took effect has it by each on or before that day, or is in breach. One that
 * has not taken effect is due. Several signatories of one sector are one sector.
 *
 * Sources: HAV-11, HAV-13, LON-28, TRI-01.
 *
 * @param evidence with `doneOn` the day it took effect, null where it has not; its parts are the sign-offs
 * @param on a day as `YYYY-MM-DD`, at the end of which is judged
 */
export function signOff(
  { by, records }: z.infer<typeof signOffRule>,
  evidence: readonly Evidence[],
  on: string,
): Judgement {
  const effective = doneBy(evidence, on);
  const pending = evidence.filter((one) => !effective.some(({ record }) => record === one.record));
  const missingOf = (record: Evidence, day: string) => by.filter((name) => daysOf(record, name, day).length === 0);
  const isKept = (record: Evidence & { doneOn: string }) => missingOf(record, record.doneOn).length === 0;
  const lastMet = effective.find(isKept)?.doneOn ?? null;
  const [last] = effective;
  if (last && !isKept(last)) {
    const reason = `${last.record} took effect on ${last.doneOn} without ${listed(missingOf(last, last.doneOn))}.`;
    return judged(ObligationStatus.BREACHED, [last], { reason, lastMet });
  }
  const waiting = pending.filter((record) => missingOf(record, on).length > 0);
  if (waiting.length > 0) {
    const reason = `Awaited: ${listed(waiting.map((one) => `${missingOf(one, on).join(' and ')} of ${one.record}`))}.`;
    return judged(ObligationStatus.DUE, waiting, { reason, lastMet });
  }
  const signed = last ?? pending[0];
  return signed ? judged(ObligationStatus.MET, [signed], { lastMet }) : unrecorded(records);
}
