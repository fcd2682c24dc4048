import { earliestDay, isDuring } from '@hub/scalars';
import type { ProcedureRuleCode } from '../../procedures/procedure-rule-code';
import type { ProcedureRuleStart } from '../../procedures/procedure-rule-start';
import type { ProcedureRuleUnit } from '../../procedures/procedure-rule-unit';

/** Id of the procedure that times movements. What another protocol limits, it limits for its own purposes. */
export const MOVEMENT_PROCEDURE = 'london-procedures';

/** A rule of a procedure, as far as a clock needs it. */
export interface ClockRule {
  id: string;
  procedureId: string;
  code: ProcedureRuleCode;
  amount: number;
  unit: ProcedureRuleUnit;
  startsAt: ProcedureRuleStart;
  /** True where the day on which the clock starts is day 1; false where it is day 0. */
  countsStartDay: boolean;
  /** A partial date; null where no beginning was read. */
  validFrom: string | null;
  /** A partial date; null while it holds. */
  validTo: string | null;
}

/** The rule of a code in force on a day: of those valid, the one that began last. Undefined where none is. */
export function ruleInForce(rules: readonly ClockRule[], code: ProcedureRuleCode, day: string): ClockRule | undefined {
  const valid = rules.filter((rule) => rule.code === code && isDuring(day, rule.validFrom, rule.validTo));
  return valid.sort((one, other) => (begins(one) < begins(other) ? 1 : -1))[0];
}

/** Days sort as text. The id decides between two of one day, so that the order of the rules never does. */
function begins({ validFrom, id }: ClockRule): string {
  return `${validFrom === null ? '0000-01-01' : earliestDay(validFrom)} ${id}`;
}
