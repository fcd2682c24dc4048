import { ProcedureRuleUnit } from '@hub/contract';

const { HOURS, CALENDAR_DAYS, MONTHS, WORKING_DAYS } = ProcedureRuleUnit;

/**
 * The longest limit that a rule may set, by its unit. What is longer is taken for a slip: in the unit, or in a digit.
 *
 * - `HOURS`: 168, a week. The longest that was read is 72; whoever gives more than a week counts in days.
 * - `CALENDAR_DAYS`: 184, as long as six months may be. The longest limit that was read of any matter of safeguarding is
 *   the six months in which a review is to be published.
 * - `MONTHS`: 6, the same.
 * - `WORKING_DAYS`: 130, which are five days in each of the 26 weeks of six months. The longest that was read is 45, of an
 *   assessment. So a clock reaches no further than half a year into the bank holidays, which are published for longer.
 */
export const LONGEST_LIMITS: Readonly<Record<ProcedureRuleUnit, number>> = {
  [HOURS]: 168,
  [CALENDAR_DAYS]: 184,
  [MONTHS]: 6,
  [WORKING_DAYS]: 130,
};
