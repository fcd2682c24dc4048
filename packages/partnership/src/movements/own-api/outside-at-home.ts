import {
  LONDON_AUTHORITIES,
  MovementMove,
  MovementSide,
  outsidePartyOf,
  type MovementEvent,
  type OutsideParty,
} from '@hub/contract';
import type { OwnMovement as StoredMovement } from '../store/movement-of';
import type { OwnMovement } from './own-movement';

/**
 * The side of a movement that is outside the hub, as far as this partnership knows: an authority that is not of London, or one
 * for which the hub has recorded what it records of no other. Null where neither is known to be.
 *
 * @param covers - GSS codes of the authorities that the partnership covers
 */
export function outsideAtHome(
  { originCode, destinationCode }: OwnMovement,
  { movement, recorded }: Pick<StoredMovement, 'movement' | 'recorded'>,
  covers: readonly string[],
): OutsideParty | null {
  const side = covers.includes(originCode) ? MovementSide.DESTINATION : MovementSide.ORIGIN;
  const authority = side === MovementSide.ORIGIN ? originCode : destinationCode;
  if (covers.includes(authority)) return null;
  const events = movement?.history.map(({ event }) => event) ?? [];
  const isKnown = !LONDON_AUTHORITIES.includes(authority) || events.slice(0, recorded).some(isOfOutside);
  return isKnown ? outsidePartyOf(side, authority, events) : null;
}

function isOfOutside({ move, data }: MovementEvent): boolean {
  return data.recordedBy !== undefined || move === MovementMove.RECORD_SENT_BY_HAND;
}
