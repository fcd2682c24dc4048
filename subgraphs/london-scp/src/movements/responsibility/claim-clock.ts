import { answerClock, ProcedureRuleCode, type ClockRule, type MovementClock } from '@hub/contract';
import type { ResponsibilityClaimRecord } from './responsibility-records';

/** How the time limit stands within which a claim is to be answered. */
export function clockOfClaim(
  {
    since: askedAt,
    metAt: answeredAt,
    settledAt: endedAt,
  }: Pick<ResponsibilityClaimRecord, 'since' | 'metAt' | 'settledAt'>,
  rules: readonly ClockRule[],
  now: Date,
): MovementClock {
  return answerClock({ code: ProcedureRuleCode.CLAIM_ANSWER, askedAt, answeredAt, endedAt }, rules, now);
}
