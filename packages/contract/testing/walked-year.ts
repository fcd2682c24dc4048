import { fromDayNumber, toDayNumber } from '@hub/scalars';

/** Whether the day of a year later has been reached by `on`, found by walking there; 29 February becomes the 28th. */
export function isAYearOld(from: string, on: string): boolean {
  const anniversary = from.endsWith('-02-29') ? '02-28' : from.slice(5);
  for (let one = toDayNumber(from) + 300; one <= toDayNumber(on); one += 1) {
    if (fromDayNumber(one).slice(5) === anniversary) return true;
  }
  return false;
}

/** Those that are not yet a year old on a day, or the latest of them, by walking from each. @param days - the latest last */
export function seenOnFoot<One>(days: readonly One[], dayOf: (one: One) => string, on: string): One[] {
  const recent = days.filter((one) => !isAYearOld(dayOf(one), on));
  return recent.length > 0 ? recent : days.slice(-1);
}
