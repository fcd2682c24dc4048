import { MovementMove } from '../movement-move';
import type { Refused } from './refusal';

/**
 * Why it cannot be recorded that something was sent by hand: the other side is in the hub, which tells it by itself. Null of any
 * other move, and where the other side is outside.
 *
 * @param isOtherInHub - whether a partnership of the hub covers the other side
 */
export function toldByHub(move: MovementMove, isOtherInHub: boolean): Refused | null {
  if (move !== MovementMove.RECORD_SENT_BY_HAND || !isOtherInHub) return null;
  const message = 'The other side is in the hub, which tells it every step. There is nothing to send by hand.';
  return { code: 'NOT_OUTSIDE', field: 'move', message };
}
