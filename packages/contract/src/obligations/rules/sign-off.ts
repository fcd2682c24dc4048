import { z } from 'zod';
import { ObligationStatus } from '../obligation-status';
import { daysOf, doneBy, type Evidence } from './evidence';
import { judged, type Judgement, listed, unrecorded } from './judgement';
import { ofLastYear } from './last-year';
import { looksAt } from './looks-at';

/** Signed off by each before it takes effect: a decision by three sectors, minutes before they are published. */
export const signOffRule = z.strictObject({
  evaluator: z.literal('SIGN_OFF'),
  ...looksAt,
  by: z.array(z.string().min(1)).min(1),
  /** What is signed off is to be done then: minutes are published after it. */
  thenDone: z.literal(true).optional(),
});

/**
 * How a sign-off stands: each record that took effect in the last twelve months, or the latest, has it by each on or before
 * that day, or is in breach. One that has not taken effect is due. Several signatories of one sector are one sector.
 *
 * Sources: HAV-11, HAV-13, LON-28, TRI-01.
 *
 * @param evidence with `doneOn` the day it took effect, null where it has not; its parts are the sign-offs
 * @param on a day as `YYYY-MM-DD`, at the end of which is judged
 */
export function signOff(
  { by, thenDone, ...rule }: z.infer<typeof signOffRule>,
  evidence: readonly Evidence[],
  on: string,
): Judgement {
  const effective = doneBy(evidence, on);
  const done = new Set(effective.map(({ record }) => record));
  const pending = evidence.filter(({ record }) => !done.has(record));
  const missingOf = (record: Evidence, day: string) => by.filter((name) => daysOf(record, name, day).length === 0);
  const isKept = (record: Evidence & { doneOn: string }) => missingOf(record, record.doneOn).length === 0;
  const lastMet = effective.find(isKept)?.doneOn ?? null;
  const broken = ofLastYear(effective, on).filter((record) => !isKept(record));
  if (broken.length > 0) {
    const without = broken.map(
      (one) => `${one.record} took effect on ${one.doneOn} without ${missingOf(one, one.doneOn).join(' and ')}`,
    );
    return judged(ObligationStatus.BREACHED, broken, { reason: `${listed(without)}.`, lastMet });
  }
  const waiting = pending.filter((record) => thenDone || missingOf(record, on).length > 0);
  if (waiting.length > 0) {
    const awaited = (one: Evidence) => missingOf(one, on).join(' and ') || 'what follows the sign-off';
    const reason = `Awaited: ${listed(waiting.map((one) => `${awaited(one)} of ${one.record}`))}.`;
    return judged(ObligationStatus.DUE, waiting, { reason, lastMet });
  }
  const signed = effective[0] ?? pending[0];
  return signed ? judged(ObligationStatus.MET, [signed], { lastMet }) : unrecorded(rule);
}
