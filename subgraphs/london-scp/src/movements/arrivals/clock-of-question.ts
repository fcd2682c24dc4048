import { answerClock, ProcedureRuleCode, type ClockRule, type MovementClock } from '@hub/contract';
import type { ArrivalQuestionRecord } from './arrival-records';

/** How the time limit stands within which a question about an arrival is to be answered. */
export function clockOfQuestion(
  { since: askedAt, metAt: answeredAt, endedAt }: Pick<ArrivalQuestionRecord, 'since' | 'metAt' | 'endedAt'>,
  rules: readonly ClockRule[],
  now: Date,
): MovementClock {
  return answerClock({ code: ProcedureRuleCode.ARRIVAL_ANSWER, askedAt, answeredAt, endedAt }, rules, now);
}
