import { latestDay } from '@hub/contract';
import { NetworkStatus } from './network-status';

/** What is known of a network's support. Days as `YYYY-MM-DD`. */
export interface NetworkHistory {
  supportedFrom: string | null;
  endedOn: string | null;
}

/** How a network stands: without a final decision it is not supported, whatever else is recorded (LON-34). */
export function networkStatus({ supportedFrom, endedOn }: NetworkHistory, isDecisionFinal: boolean): NetworkStatus {
  if (endedOn !== null) return NetworkStatus.ENDED;
  return supportedFrom !== null && isDecisionFinal ? NetworkStatus.SUPPORTED : NetworkStatus.PROPOSED;
}

/**
 * Whether a network owes the Executive its yearly report on a day (LON-35): it is supported on that day, and more than
 * twelve months have passed since its last report or, without any, since support began.
 *
 * @param reportedOn - the days of its reports, in any order; those after `on` do not count.
 */
export function isReportOverdue(
  on: string,
  { supportedFrom, endedOn }: NetworkHistory,
  reportedOn: readonly string[],
): boolean {
  if (supportedFrom === null || on < supportedFrom || (endedOn !== null && on >= endedOn)) return false;
  const since = reportedOn.filter((day) => day <= on).reduce((a, b) => (a > b ? a : b), supportedFrom);
  return on > twelveMonthsAfter(since);
}

/** The same day a year later, or 28 February where that year has no 29th. */
function twelveMonthsAfter(day: string): string {
  const sameDay = `${String(Number(day.slice(0, 4)) + 1).padStart(4, '0')}${day.slice(4)}`;
  const lastOfMonth = latestDay(sameDay.slice(0, 7));
  return sameDay <= lastOfMonth ? sameDay : lastOfMonth;
}
