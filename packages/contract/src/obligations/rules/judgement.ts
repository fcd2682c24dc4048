import type { Obligation } from '../obligation';
import type { ObligationRecordKind } from '../obligation-record-kind';
import type { ObligationRecord } from '../obligation-record';
import { ObligationStatus } from '../obligation-status';
import { doneBy, type Evidence, shownAs } from './evidence';

/** How an obligation stands: what an evaluator says of a rule, the records and a day. */
export type Judgement = Pick<Obligation, 'status' | 'reason' | 'lastMet' | 'nextDue' | 'shownBy'>;

/** How many records show a judgement at most: those that matter most come first. */
const MOST_SHOWN = 10;

/** How many records a reason names at most. */
const MOST_NAMED = 5;

/** A judgement, without what is not known of it. */
export function judged(
  status: ObligationStatus,
  shownBy: readonly ObligationRecord[],
  more: Partial<Pick<Judgement, 'reason' | 'lastMet' | 'nextDue'>> = {},
): Judgement {
  const shown = new Map(shownBy.map((one) => [one.record, shownAs(one)]));
  return {
    status,
    reason: null,
    lastMet: null,
    nextDue: null,
    ...more,
    shownBy: [...shown.values()].slice(0, MOST_SHOWN),
  };
}

/** Of an obligation of which nothing can be told, or nothing is said. */
export function unjudged(
  status: ObligationStatus.NOT_ASSESSABLE | ObligationStatus.NOT_SPECIFIED,
  reason: string | null,
  shownBy: Judgement['shownBy'] = [],
): Judgement {
  return judged(status, shownBy, { reason });
}

/** At which records a rule looks. */
interface LooksAt {
  records: ObligationRecordKind;
  of?: string | string[] | undefined;
}

/** Of an obligation of which nothing is recorded up to the day: that nothing was done does not follow. */
export const unrecorded = (rule: LooksAt) =>
  unjudged(ObligationStatus.NOT_ASSESSABLE, `No ${inWords(rule)} recorded${ofWhich(rule)}.`);

/** Of an obligation on what holds on the day, where nothing does: all is over, or nothing is recorded. */
export function noneInForce(rule: LooksAt, evidence: readonly Evidence[], on: string): Judgement {
  if (doneBy(evidence, on).length === 0) return unrecorded(rule);
  return unjudged(ObligationStatus.NOT_ASSESSABLE, `No ${inWords(rule)} in force on the day${ofWhich(rule)}.`);
}

const inWords = ({ records }: LooksAt) => records.toLowerCase().replaceAll('_', ' ');

/** Of which of them the rule is, where it is of some. */
const ofWhich = ({ of }: LooksAt) => (of === undefined ? '' : ` (${listed([of].flat())})`);

/** Names in a sentence, the first few of them. */
export function listed(names: readonly string[]): string {
  const more = names.length - MOST_NAMED;
  return names.slice(0, MOST_NAMED).join(', ') + (more > 0 ? ` and ${more} more` : '');
}
