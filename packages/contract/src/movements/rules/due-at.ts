import { fromDayNumber, toDayNumber } from '@hub/scalars';
import { ProcedureRuleUnit } from '../../procedures/procedure-rule-unit';
import { midnightInLondon, todayInLondon } from '../../calendar/today';
import { addWorkingDays, isWorkingDay } from '../../calendar/working-days';
import type { ClockRule } from './clock-rule';

/**
 * When a clock is due. Hours are elapsed hours, also over a night on which the clocks change. Days are those of London,
 * and the clock is due at the midnight that ends the last one. A rule that counts the day it starts on counts it as a
 * working day only if it is one.
 *
 * @param startedAt - an instant
 * @throws RangeError where working days reach into a year whose bank holidays are not known
 */
export function dueAt(
  { amount, unit, countsStartDay }: Pick<ClockRule, 'amount' | 'unit' | 'countsStartDay'>,
  startedAt: string,
): string {
  const start = new Date(startedAt);
  const day = todayInLondon(start);
  switch (unit) {
    case ProcedureRuleUnit.HOURS:
      return new Date(start.getTime() + amount * 3_600_000).toISOString();
    case ProcedureRuleUnit.CALENDAR_DAYS:
      return endOf(fromDayNumber(toDayNumber(day) + amount - (countsStartDay ? 1 : 0)));
    case ProcedureRuleUnit.WORKING_DAYS:
      return endOf(addWorkingDays(day, amount - (countsStartDay && isWorkingDay(day) ? 1 : 0)));
  }
}

function endOf(day: string): string {
  return midnightInLondon(fromDayNumber(toDayNumber(day) + 1)).toISOString();
}
