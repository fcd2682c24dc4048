import { MovementCategory } from '../movement-category';
import type { MoveData } from './movement-event';
import { isOfReference } from './pseudonym-form';
import type { Refused } from './refusal';

const OF_BORN: readonly MovementCategory[] = [MovementCategory.LOOKED_AFTER_PLACEMENT, MovementCategory.CARE_LEAVER];

/** Why a notice cannot be of an unborn child, as it says; or null. */
export function notUnborn({ expectedOn, category, childPseudonym }: MoveData): Refused | null {
  if (!expectedOn) return null;
  if (category && OF_BORN.includes(category)) {
    const message = 'An unborn child is neither looked after nor a care leaver. Notify what the move is for the child.';
    return { code: 'NOT_BORN', field: 'category', message };
  }
  if (childPseudonym === undefined || isOfReference(childPseudonym)) return null;
  const message = "An unborn child has no NHS number, and the mother's is not the child's. Give a local reference.";
  return { code: 'NOT_BORN', field: 'childPseudonym', message };
}
