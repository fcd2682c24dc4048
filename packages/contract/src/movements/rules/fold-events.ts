import { applyRecorded } from './apply-move';
import type { Movement } from './movement';
import type { MovementEvent } from './movement-event';

/** The movement that follows from events that were recorded, in their order; null of none. */
export function foldEvents(events: readonly MovementEvent[]): Movement | null {
  return events.reduce<Movement | null>((movement, event) => {
    const { movement: next, refusal } = applyRecorded(movement, event);
    if (next) return next;
    // It was applied before it was stored, so that a row of the table of transitions has gone since.
    throw new Error(`The history of ${event.movement} does not follow the procedure: ${refusal.code} at ${event.id}.`);
  }, null);
}
