import { MovementMove as M } from '../movement-move';
import { MovementSide } from '../movement-side';
import type { Movement } from './movement';

/** The moves by which a side may say whether it shields the child. */
const SAID_BY: readonly M[] = [M.NOTIFY, M.ACKNOWLEDGE, M.RECORD_SHIELDING];

/** Whether a side shields the child, as it said last; undefined where it has said nothing of it. */
export function isShieldedBy({ history }: Pick<Movement, 'history'>, side: MovementSide): boolean | undefined {
  const said = history.findLast(
    ({ event }) => event.side === side && SAID_BY.includes(event.move) && event.data.isShielded !== undefined,
  );
  return said?.event.data.isShielded;
}

/** The sides that shield the child: while there is one, neither shows the other how to reach whoever works with the child. */
export function shieldingSides(movement: Pick<Movement, 'history'>): MovementSide[] {
  return Object.values(MovementSide).filter((side) => isShieldedBy(movement, side) === true);
}
