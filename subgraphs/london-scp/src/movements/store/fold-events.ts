import { applyMove, type Movement, type MovementEvent } from '@hub/contract';

/** The movement that follows from the events stored of it, in their order; null of none. */
export function foldEvents(events: readonly MovementEvent[]): Movement | null {
  return events.reduce<Movement | null>((movement, event) => {
    const { movement: next, refusal } = applyMove(movement, event);
    if (next) return next;
    // It was applied before it was stored, so that the procedure has changed since, or the table was.
    throw new Error(`The history of ${event.movement} does not follow the procedure: ${refusal.code} at ${event.id}.`);
  }, null);
}
