import type { MovementEvent } from './movement-event';

/**
 * The instant at which a message counts as recorded: never earlier than what it follows, whatever clocks do.
 *
 * @param events - the moves recorded before, in their order
 * @param now - by the clock of the database
 */
export function recordedAfter(events: readonly MovementEvent[], now: Date): string {
  const last = events.at(-1)?.recordedAt;
  return new Date(Math.max(now.getTime(), last === undefined ? 0 : Date.parse(last))).toISOString();
}
