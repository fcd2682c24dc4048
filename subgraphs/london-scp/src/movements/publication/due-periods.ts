import { previousQuarter, quarterBounds, quarterOf, toDayNumber, plusDays } from '@hub/contract';

/** Of no more years: a day of a notice may be mistyped. */
const MOST_YEARS = 10;

/** For so many days after its end a period is left open for what is sent late. */
export const SETTLING_DAYS = 30;

/** A quarter as `2026-Q2`, or a calendar year as `2026`, with its first and last day. */
export interface Period {
  name: string;
  from: string;
  to: string;
}

/**
 * The periods that may be published: all that ended {@link SETTLING_DAYS} ago or longer, of the last {@link MOST_YEARS} years.
 *
 * @param earliest - a day of the first.
 * @param today - the day it is in London.
 * @returns earliest first.
 */
export function duePeriods(cut: 'QUARTER' | 'YEAR', earliest: string, today: string): Period[] {
  const due: Period[] = [];
  const first = `${Number(today.slice(0, 4)) - MOST_YEARS}${today.slice(4)}`;
  const from = earliest > first ? earliest : first;
  for (let period = periodOf(cut, today); period.to >= from; period = before(cut, period)) {
    if (toDayNumber(today) - toDayNumber(period.to) >= SETTLING_DAYS) due.unshift(period);
  }
  return due;
}

function periodOf(cut: 'QUARTER' | 'YEAR', day: string): Period {
  if (cut === 'QUARTER') return { name: quarterOf(day), ...quarterBounds(quarterOf(day)) };
  const year = day.slice(0, 4);
  return { name: year, from: `${year}-01-01`, to: `${year}-12-31` };
}

function before(cut: 'QUARTER' | 'YEAR', { name, from }: Period): Period {
  if (cut === 'YEAR') return periodOf(cut, plusDays(from, -1));
  return { name: previousQuarter(name), ...quarterBounds(previousQuarter(name)) };
}
