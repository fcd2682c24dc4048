import { earliestDay, latestDay, plusDays } from '@hub/scalars';
import { quarterBounds, quarterOf } from '../../calendar/quarter';
import { monthsAfter } from '../../calendar/months-after';
import type { Due } from './due';

/** The periods of the calendar in which something is done once. */
export const PERIODS = ['MONTH', 'QUARTER'] as const;

/** The month or the quarter after the one in which a day lies. */
export function periodAfter(every: (typeof PERIODS)[number], day: string): Due {
  if (every === 'QUARTER') return quarterBounds(quarterOf(monthsAfter(quarterBounds(quarterOf(day)).from, 3)!));
  const month = monthsAfter(day.slice(0, 7), 1)!;
  return { from: earliestDay(month), to: latestDay(month) };
}

/**
 * When the next is due after a day: within the period that follows. The first that a document asks for is of the first whole
 * period in which it is worked to.
 *
 * @param from the first day on which the document is worked to; null where that is not known
 */
export function periodDue(every: (typeof PERIODS)[number], from: string | null) {
  const before = from === null ? '' : plusDays(from, -1);
  return (day: string): Due => periodAfter(every, day > before ? day : before);
}
