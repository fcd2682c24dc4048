import { earliestDay, plusDays } from '@hub/contract';

/** Something that holds from a date until its successor does. */
export interface Successive {
  /** A partial date; null where no beginning is stated. */
  from: string | null;
}

/** The earliest day on which it can have begun; the first of all days where none is stated. */
export function beginning({ from }: Successive): string {
  return from === null ? '0000-01-01' : earliestDay(from);
}

/** Sorts from the earliest beginning to the latest. */
export function inOrder<Item extends Successive>(items: readonly Item[]): Item[] {
  return [...items].sort((a, b) => (beginning(a) < beginning(b) ? -1 : beginning(a) > beginning(b) ? 1 : 0));
}

/**
 * The last day before `next` began, as precisely as that is known: before `2024-04` it is `2024-03`. An end that is
 * never stored cannot overlap what follows, whatever is published or loaded later.
 *
 * @param next - a partial date
 */
export function dayBefore(next: string): string {
  return plusDays(earliestDay(next), -1).slice(0, next.length);
}

/** The end of each by its successor, and null for the last. `items` need no order; the answer has that of beginnings. */
export function closedByNext<Item extends Successive>(items: readonly Item[]): { item: Item; to: string | null }[] {
  const ordered = inOrder(items);
  return ordered.map((item, index) => {
    const next = ordered[index + 1]?.from ?? null;
    return { item, to: next === null ? null : dayBefore(next) };
  });
}
