import type { MovementMove } from '../movement-move';
import type { MovementSide } from '../movement-side';
import type { MoveData } from './move-data';

export type { MoveData, TransferPackItem } from './move-data';

/** A move as it happened. Instants are ISO 8601 in UTC, as `2026-03-09T10:00:00.000Z`. */
export interface MovementEvent {
  /** Id of the message that carries it: the same again changes nothing. */
  id: string;
  /** Id of the movement. */
  movement: string;
  move: MovementMove;
  side: MovementSide;
  /** GSS code of the authority that makes the move. */
  authority: string;
  /** Stable id of the person who made it. */
  person: string;
  role: string;
  /** When it happened, as its side says. */
  occurredAt: string;
  /** When the hub recorded it: stamped once, and the same in every copy. */
  recordedAt: string;
  data: MoveData;
}
