import { latestDay } from '@hub/scalars';
import { monthsAfter } from '../../calendar/months-after';
import type { Due } from './due';
import type { Dated, Evidence } from './evidence';

/**
 * Whether a day is of the twelve months up to another: what was not kept is seen so long, though what came after it was.
 * Twelve months is what the documents account for at a time: "at least once in every 12-month period".
 *
 * Sources: HAV-28, LAM-35, RED-24, TRI-51. That breaches are seen as long is our reading.
 *
 * @param day as `YYYY-MM-DD`, not after `on`
 */
export const isOfLastYear = (day: string, on: string): boolean => monthsAfter(day, 12)! > on;

/** What was done, or held, in the twelve months up to a day; where nothing was, the latest before. */
export function ofLastYear<Row extends Evidence>(done: readonly Dated<Row>[], on: string): Dated<Row>[] {
  const recent = done.filter(({ doneOn, endsOn }) => isOfLastYear(endsOn ?? latestDay(doneOn), on));
  return recent.length > 0 ? recent : done.slice(0, 1);
}

/** Something that came after it was due. */
export interface Lapse {
  /** The day of the one before it. */
  after: string;
  /** The day on which it came. */
  until: string;
}

/**
 * What came too late, or not before it ended, in the twelve months up to a day.
 *
 * @param days on which it was done, the earliest first, and the last one that it was owed on, where that is over
 * @param dueAfter when the next is due after a day
 */
export function lapses(days: readonly string[], dueAfter: (day: string) => Due, on: string): Lapse[] {
  return days.slice(1).flatMap((until, index) => {
    const after = days[index]!;
    return until > dueAfter(after).to && isOfLastYear(until, on) ? [{ after, until }] : [];
  });
}

/** Lapses in a sentence. */
export const between = ({ after, until }: Lapse): string => `between ${after} and ${until}`;
