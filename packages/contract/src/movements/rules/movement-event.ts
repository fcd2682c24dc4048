import type { MovementCategory } from '../movement-category';
import type { MovementPlanning } from '../movement-planning';
import type { MovementMove } from '../movement-move';
import type { MovementPermanence } from '../movement-permanence';
import type { MovementSide } from '../movement-side';
import type { PlacementApprover } from '../placement-approver';
import type { PlacementDistance } from '../placement-distance';
import type { SendingMeans } from '../sending-means';

/** A document of a transfer pack: what it is and its checksum, never the document. */
export interface TransferPackItem {
  title: string;
  /** SHA-256 of its bytes, in hexadecimal. */
  sha256: string;
}

/** What a move says. Which of it a move must carry is in the table of transitions. */
export interface MoveData {
  category?: MovementCategory;
  /** GSS code of the authority the child moves from. */
  origin?: string;
  /** GSS code of the authority the child moves to. */
  destination?: string;
  permanence?: MovementPermanence;
  planning?: MovementPlanning;
  /** The instant at which the origin became aware of an unplanned move. */
  becameAwareAt?: string;
  /** Whether a care, supervision or other order holds that keeps the origin responsible. */
  hasStatutoryOrder?: boolean;
  distance?: PlacementDistance;
  isEmergency?: boolean;
  /** The day on which a placement begins, as `YYYY-MM-DD`. */
  placementStartsOn?: string;
  /** The day on which a household's accommodation was made available, as `YYYY-MM-DD`. */
  accommodationAvailableOn?: string;
  /** What was sent. */
  transferPack?: readonly TransferPackItem[];
  reason?: string;
  /**
   * GSS code of the authority that records the step for the other side, which is outside the hub and cannot; left out where a
   * side records its own.
   */
  recordedBy?: string;
  /** What a step is known by that is recorded for the other side, or was sent by hand, as a letter's reference. */
  evidence?: string;
  /** Ids of own steps that were sent by hand to an authority outside the hub. */
  sends?: readonly string[];
  /** By what means they were. */
  means?: SendingMeans;
  /** Reference of the letter that accepts responsibility. */
  confirmation?: string;
  approver?: PlacementApprover;
  /** The instant at which a missing child returned or was found. */
  returnedAt?: string;
  /** Pseudonym of the child that the notice is about. */
  childPseudonym?: string;
  /** Pseudonyms of brothers and sisters who move together with the child. */
  siblings?: readonly string[];
  /** Pseudonyms of brothers and sisters who stay apart from the child. */
  siblingsApart?: readonly string[];
  /** The day of the move, as `YYYY-MM-DD`, where it is known. */
  movedOn?: string;
  /** Name of an origin outside London, as its sender calls it. What is published is the name of its code. */
  originName?: string;
  /** The same of a destination. */
  destinationName?: string;
}

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
