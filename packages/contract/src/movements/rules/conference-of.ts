import type { ConferenceOutcome } from '../conference-outcome';
import { MovementMove } from '../movement-move';
import type { Movement } from './movement';

/** The transfer-in conference of a movement. Days are `YYYY-MM-DD`, instants ISO 8601 in UTC. */
export interface Conference {
  /** The day for which it was last booked; null where nobody has recorded a booking. */
  bookedFor: string | null;
  /** When it was held; null until then. */
  heldAt: string | null;
  /** Null until it was held, and where nobody has said it. */
  outcome: ConferenceOutcome | null;
}

/** The conference of the present destination; null where it has neither booked nor held one. */
export function conferenceOf({ history, toldAt }: Pick<Movement, 'history' | 'toldAt'>): Conference | null {
  const last = (move: MovementMove) => history.slice(toldAt).findLast(({ event }) => event.move === move);
  const [booked, held] = [last(MovementMove.BOOK_CONFERENCE), last(MovementMove.HOLD_CONFERENCE)];
  if (!booked && !held) return null;
  return {
    bookedFor: booked?.event.data.conferenceOn ?? null,
    heldAt: held?.at ?? null,
    outcome: held?.event.data.conferenceOutcome ?? null,
  };
}
