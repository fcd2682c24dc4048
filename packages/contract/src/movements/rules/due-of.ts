import { fromDayNumber, isCalendarDay, toDayNumber } from '@hub/scalars';
import { ProcedureRuleUnit } from '../../procedures/procedure-rule-unit';
import { BANK_HOLIDAYS_FROM, BANK_HOLIDAYS_TO } from '../../calendar/bank-holidays';
import { midnightInLondon, todayInLondon } from '../../calendar/today';
import { addWorkingDays, isWorkingDay } from '../../calendar/working-days';
import type { ClockRule } from './clock-rule';

/** When a limit ends, as an instant and as the last day on which it can be met; or that nobody can compute it, and why. */
export type Due = { at: string; on: string; unknownBecause: null } | { at: null; on: null; unknownBecause: string };

/** The last day that can be written, and stored. */
const LAST_DAY = toDayNumber('9999-12-31');
const HOURS_OF_A_DAY = 24;
const HOUR = 3_600_000;
const MONTHS_OF_A_YEAR = 12;

/**
 * When a clock is due. Hours are elapsed hours, also over a night on which the clocks change. Days are those of London,
 * and the clock is due at the midnight that ends the last one. A rule that counts the day it starts on counts it as a
 * working day only if it is one. Working days are computed only as far as bank holidays are known. It never throws.
 *
 * @param startedAt - an instant
 */
export function dueOf(
  { amount, unit, countsStartDay }: Pick<ClockRule, 'amount' | 'unit' | 'countsStartDay'>,
  startedAt: string,
): Due {
  const start = Date.parse(startedAt);
  const day = todayInLondon(new Date(start));
  switch (unit) {
    case ProcedureRuleUnit.HOURS:
      return Math.floor(start / (HOURS_OF_A_DAY * HOUR)) + Math.ceil(amount / HOURS_OF_A_DAY) < LAST_DAY
        ? atInstant(new Date(start + amount * HOUR))
        : beyondTheCalendar();
    case ProcedureRuleUnit.CALENDAR_DAYS:
      return atEndOf(toDayNumber(day) + amount - (countsStartDay ? 1 : 0));
    case ProcedureRuleUnit.MONTHS:
      return atEndOfMonths(monthsAfter(day, amount), countsStartDay);
    case ProcedureRuleUnit.WORKING_DAYS: {
      const last = addWorkingDays(day, amount - (countsStartDay && isWorkingDay(day) ? 1 : 0));
      return last === null ? beyondTheHolidays(amount, day) : atEndOf(toDayNumber(last));
    }
  }
}

/** The day of the same number so many months later, or the last of a month that has none; null where it cannot be written. */
function monthsAfter(day: string, months: number): string | null {
  const [year, month, number] = day.split('-').map(Number) as [number, number, number];
  const later = year * MONTHS_OF_A_YEAR + (month - 1) + months;
  const written = (part: number, length: number) => String(part).padStart(length, '0');
  const inMonth = `${written(Math.floor(later / MONTHS_OF_A_YEAR), 4)}-${written((later % MONTHS_OF_A_YEAR) + 1, 2)}`;
  const days = [number, 30, 29, 28].filter((one) => one <= number).map((one) => `${inMonth}-${written(one, 2)}`);
  return days.find(isCalendarDay) ?? null;
}

function atEndOfMonths(last: string | null, countsStartDay: boolean): Due {
  return last === null ? beyondTheCalendar() : atEndOf(toDayNumber(last) - (countsStartDay ? 1 : 0));
}

function atEndOf(dayNumber: number): Due {
  if (dayNumber >= LAST_DAY) return beyondTheCalendar();
  const end = midnightInLondon(fromDayNumber(dayNumber + 1));
  return { at: end.toISOString(), on: fromDayNumber(dayNumber), unknownBecause: null };
}

function atInstant(instant: Date): Due {
  return { at: instant.toISOString(), on: todayInLondon(instant), unknownBecause: null };
}

function beyondTheCalendar(): Due {
  return {
    at: null,
    on: null,
    unknownBecause: 'It ends after the year 9999. Compare the rule that it runs under with its source.',
  };
}

function beyondTheHolidays(amount: number, day: string): Due {
  const reach = `Bank holidays are known from ${BANK_HOLIDAYS_FROM} to ${BANK_HOLIDAYS_TO} alone`;
  const unknownBecause = `${reach}, and ${amount} working days from ${day} reach beyond. Count them by hand, and ask whoever runs the hub for later ones.`;
  return { at: null, on: null, unknownBecause };
}
