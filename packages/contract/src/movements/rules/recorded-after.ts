import type { MovementEvent } from './movement-event';

/**
 * The instant at which a message counts as recorded: never earlier than what it follows, whatever clocks do.
 *
 * @param last - the move that was recorded before it; undefined before the notice
 */
export function recordedAfter(last: MovementEvent | undefined, now: Date): string {
  return new Date(Math.max(now.getTime(), last === undefined ? 0 : Date.parse(last.recordedAt))).toISOString();
}
