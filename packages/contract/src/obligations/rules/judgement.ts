import type { Obligation } from '../obligation';
import { ObligationStatus } from '../obligation-status';

/** How an obligation stands: what an evaluator says of a rule, the records and a day. */
export type Judgement = Pick<Obligation, 'status' | 'reason' | 'lastMet' | 'nextDue' | 'shownBy'>;

/** Of an obligation of which nothing can be told, or nothing is said. */
export function unjudged(
  status: ObligationStatus.NOT_ASSESSABLE | ObligationStatus.NOT_SPECIFIED,
  reason: string | null,
  shownBy: Judgement['shownBy'] = [],
): Judgement {
  return { status, reason, lastMet: null, nextDue: null, shownBy };
}

/** Of an obligation of which nothing is recorded up to the day: that nothing was done does not follow. */
export const unrecorded = (of: string) => unjudged(ObligationStatus.NOT_ASSESSABLE, `No ${of} is recorded.`);
