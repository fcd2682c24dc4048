import { MovementCategory } from '../movement-category';
import type { MoveData } from './movement-event';
import { CATEGORY_PROCEDURES, type MovementRoute } from './movement-route';

/** A situation of the child when moving: of several at once, each has its own time limits and its own end. */
export interface Circumstance {
  category: MovementCategory;
  /** The place in the history of the step that notified it. */
  notifiedBy: number;
  /** When it ended, or was corrected; null while it lasts. */
  until: string | null;
}

/** Those that are notified by themselves: they have a procedure of their own, and keep the authority responsible. */
const ALONE: readonly MovementCategory[] = [MovementCategory.LOOKED_AFTER_PLACEMENT, MovementCategory.CARE_LEAVER];

/** Whether a category may stand beside the category of a notice. */
export function mayStandBeside(category: MovementCategory): boolean {
  return !ALONE.includes(category);
}

/** The categories that last, in the order in which they were notified. */
export function lasting(circumstances: readonly Circumstance[]): MovementCategory[] {
  return circumstances.filter(({ until }) => until === null).map(({ category }) => category);
}

/** The procedures that a movement's lasting circumstances have, each once. */
export function routesOf(circumstances: readonly Circumstance[]): MovementRoute[] {
  return [...new Set(lasting(circumstances).map((category) => CATEGORY_PROCEDURES[category].route))];
}

/**
 * The circumstances after a notice, or after it was amended: those it names last, and a category that it does not name any more
 * has ended. None is forgotten.
 *
 * @param step - when the notice or amendment counts as made, and its place in the history
 * @param replaced - the category that was, which the new one corrects
 */
export function circumstancesAfter(
  before: readonly Circumstance[],
  { category, circumstances = [] }: MoveData,
  { at, place, replaced }: { at: string; place: number; replaced: MovementCategory | null },
): Circumstance[] {
  const named = [...new Set([category!, ...circumstances])];
  const kept = before.map((one) => {
    if (named.includes(one.category)) return one.until === null ? one : { ...one, until: null };
    return one.category === replaced && one.until === null ? { ...one, until: at } : one;
  });
  const known = new Set(before.map((one) => one.category));
  // What corrects another was so from when that was notified.
  const corrected = before.find((one) => one.category === replaced)?.notifiedBy ?? place;
  const added = named.filter((one) => !known.has(one));
  return [
    ...kept,
    ...added.map((one) => ({ category: one, notifiedBy: one === category ? corrected : place, until: null })),
  ];
}

/** The circumstances after one has ended. */
export function circumstanceEnded(before: readonly Circumstance[], category: MovementCategory, at: string) {
  return before.map((one) => (one.category === category && one.until === null ? { ...one, until: at } : one));
}
