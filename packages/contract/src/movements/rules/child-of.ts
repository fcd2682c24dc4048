import { MovementMove } from '../movement-move';
import type { Movement } from './movement';

/** Pseudonym of a movement's child as its notice has it: what the movement came by, whatever the child is known by now. */
export function noticedAs({ history }: Movement): string {
  return history[0]!.event.data.childPseudonym!;
}

/**
 * Pseudonym of a movement's child as the movement stands: the one that it was linked to, else that of its notice. What another
 * movement of the same child was linked to, the movement does not say.
 */
export function childOf(movement: Movement): string {
  const link = movement.history.findLast(({ event }) => event.move === MovementMove.LINK_CHILD);
  return link?.event.data.childPseudonym ?? noticedAs(movement);
}
