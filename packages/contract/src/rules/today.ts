/** `sv-SE` writes a date as `YYYY-MM-DD`. */
const DAY_IN_LONDON = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London', dateStyle: 'short' });

/**
 * The calendar day that it is in London.
 *
 * @param now the instant asked about. @default this one
 * @returns a day as `YYYY-MM-DD`
 */
export function todayInLondon(now = new Date()): string {
  return DAY_IN_LONDON.format(now);
}
