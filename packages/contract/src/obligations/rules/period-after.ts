import { earliestDay, latestDay } from '@hub/scalars';
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
