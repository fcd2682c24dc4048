import { toDayNumber } from '@hub/scalars';

/** `sv-SE` writes a date as `YYYY-MM-DD`. */
const DAY_IN_LONDON = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London', dateStyle: 'short' });

/**
 * The calendar day that it is in London.
 *
 * @param now the instant asked about. @default this one
 * @returns a day as `YYYY-MM-DD`
 */
export function todayInLondon(now = new Date()): string {
  // Of a year before 1000 it writes fewer digits.
  return DAY_IN_LONDON.format(now).padStart(10, '0');
}

/**
 * The instant at which a day begins in London.
 *
 * @param day a day as `YYYY-MM-DD`
 * @throws RangeError where `day` is not a day
 */
export function midnightInLondon(day: string): Date {
  const inWinter = toDayNumber(day) * 86_400_000;
  const inSummer = new Date(inWinter - 3_600_000);
  // Clocks change at 01:00 UTC, so a day begins by the time of the night before.
  return todayInLondon(inSummer) === day ? inSummer : new Date(inWinter);
}
