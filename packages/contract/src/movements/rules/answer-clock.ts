import { MovementClockState } from '../movement-clock-state';
import { todayInLondon } from '../../calendar/today';
import { ProcedureRuleCode } from '../../procedures/procedure-rule-code';
import { ProcedureRuleStart } from '../../procedures/procedure-rule-start';
import { MOVEMENT_PROCEDURE, ruleInForce, type ClockRule } from './clock-rule';
import { dueOf } from './due-of';
import { clockReading, type MovementClock } from './movement-clock';

const ANSWERS: readonly ProcedureRuleCode[] = [ProcedureRuleCode.ARRIVAL_ANSWER, ProcedureRuleCode.CLAIM_ANSWER];

/** An answer that an authority waits for, of another. Instants are ISO 8601 in UTC. */
export interface AwaitedAnswer {
  code: ProcedureRuleCode;
  /** When the hub recorded what asks for it. */
  askedAt: string;
  /** When it was first given; null while it was not. */
  answeredAt: string | null;
  /** When it ceased to be wanted; null while it is. */
  endedAt: string | null;
}

/** Whether a rule limits how long an authority may take for an answer: such a rule counts from when it was asked. */
export function isAnswerCode(code: ProcedureRuleCode): boolean {
  return ANSWERS.includes(code);
}

/**
 * How the clock of an answer stands. It keeps the rule that was in force on the day on which the authority was asked, and starts
 * once. Where none was, it is not specified: the authority is silent, and nobody has said for how long it may be. It never throws.
 *
 * @param rules - every rule recorded, of all procedures, in any order
 */
export function answerClock(
  { code, askedAt, answeredAt: metAt, endedAt }: AwaitedAnswer,
  rules: readonly ClockRule[],
  now: Date,
): MovementClock {
  const timing = rules.filter(
    ({ procedureId, startsAt }) => procedureId === MOVEMENT_PROCEDURE && startsAt === ProcedureRuleStart.ASKED,
  );
  const rule = ruleInForce(timing, code, todayInLondon(new Date(askedAt)));
  const stoppedAt = metAt === null ? endedAt : null;
  if (rule === undefined) {
    const unspecified = { rule: null, startedAt: null, dueAt: null, dueOn: null, unknownBecause: null, lateBy: null };
    return { code, ...unspecified, metAt, stoppedAt, state: MovementClockState.NOT_SPECIFIED };
  }
  const { at: dueAt, on: dueOn, unknownBecause } = dueOf(rule, askedAt);
  return clockReading({ code, rule: rule.id, startedAt: askedAt, dueAt, dueOn, unknownBecause, metAt, stoppedAt }, now);
}
