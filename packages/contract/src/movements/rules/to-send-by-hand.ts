import { MovementMove } from '../movement-move';
import { MovementSide } from '../movement-side';
import type { MovementEvent } from './movement-event';

/** As much of a move as it takes to know whether it has to be sent. */
type Told = Pick<MovementEvent, 'id' | 'move' | 'side' | 'data'>;

/** A step that has to be sent by hand. */
export interface StepToSend<Event extends Told = MovementEvent> {
  event: Event;
  /** The move that records that it was sent, the last of them; null while nobody has recorded that. */
  sent: Event | null;
}

/**
 * What a side that is outside the hub has to be sent by hand, in its order: every step of the other side, as the hub would
 * tell it to one that is in it. What is recorded on its behalf, it knows.
 *
 * @param events - of one movement, in their order
 * @param outside - the side that is outside the hub
 */
export function toSendByHand<Event extends Told>(events: readonly Event[], outside: MovementSide): StepToSend<Event>[] {
  const inside = outside === MovementSide.ORIGIN ? MovementSide.DESTINATION : MovementSide.ORIGIN;
  const told = outside === MovementSide.DESTINATION ? lastTold(events) : 0;
  const sendings = events
    .slice(told)
    .filter(({ move, side }) => move === MovementMove.RECORD_SENT_BY_HAND && side === inside);
  return sentByHandFrom(events, inside).map((event) => ({
    event,
    sent: sendings.findLast(({ data }) => data.sends?.includes(event.id)) ?? null,
  }));
}

/** The place of the step by which the present destination was notified: what was sent before, was sent to another. */
function lastTold(events: readonly Told[]): number {
  const isTold = ({ move, data }: Told) =>
    [MovementMove.NOTIFY, MovementMove.AMEND_NOTICE].includes(move) && data.destination !== undefined;
  const { destination } = events.findLast(isTold)?.data ?? {};
  const other = events.findLastIndex((event) => isTold(event) && event.data.destination !== destination);
  return Math.max(
    0,
    events.findIndex((event, place) => place > other && isTold(event)),
  );
}

/** The steps of a side that are to be sent where the other is outside the hub: that something was sent is no such step. */
export function sentByHandFrom<Event extends Told>(events: readonly Event[], inside: MovementSide): Event[] {
  return events.filter(({ move, side }) => side === inside && move !== MovementMove.RECORD_SENT_BY_HAND);
}
