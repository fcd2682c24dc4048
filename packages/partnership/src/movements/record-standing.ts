import {
  ChildRecordStatus,
  MovementMove,
  MovementSide,
  MovementState,
  todayInLondon,
  type Movement,
} from '@hub/contract';

/** How a record of one side stands. */
export interface RecordStanding {
  status: ChildRecordStatus;
  movementState: MovementState;
  notifiedAt: string;
  endedAt: string | null;
  openedOn: string | null;
  closedOn: string | null;
}

const ENDED: readonly MovementState[] = [MovementState.CLOSED, MovementState.WITHDRAWN];
const ACCEPTANCE: readonly MovementMove[] = [MovementMove.ACCEPT, MovementMove.ACCEPT_RESPONSIBILITY];

/**
 * How the record of a side stands, as it follows from the movement. While it lasts, the origin's is open, and the
 * destination's is known of until it accepts the child. Once it has ended, the record is open with whoever is responsible. With
 * the other it is closed where that side ended the movement itself, or had not begun; else it is open until its owner closes it.
 *
 * @param arrivedOn - the day on which a child arrived whom the destination took on without a notice; null of any other
 */
export function recordStanding(movement: Movement, side: MovementSide, arrivedOn: string | null): RecordStanding {
  const { state, since, history, responsibility } = movement;
  const isOrigin = side === MovementSide.ORIGIN;
  const notifiedAt = history[0]!.at;
  const hasEnded = ENDED.includes(state);
  const isResponsible = responsibility.at(-1)!.authority === (isOrigin ? movement.origin : movement.destination);
  const opening = isOrigin ? notifiedAt : history.find(({ event }) => ACCEPTANCE.includes(event.move))?.at;
  const openedOn = arrivedOn ?? (opening === undefined ? null : todayInLondon(new Date(opening)));
  // What the other side ends, ends no work that this one has begun: that its owner closes.
  const isOwnEnd = history.find((step) => ENDED.includes(step.state))?.event.side === side;
  const isClosed = hasEnded && !isResponsible && (isOwnEnd || openedOn === null);
  const { KNOWN, OPEN, CLOSED } = ChildRecordStatus;
  return {
    ...{ movementState: state, notifiedAt, endedAt: hasEnded ? since : null, openedOn },
    status: isClosed ? CLOSED : openedOn === null ? KNOWN : OPEN,
    closedOn: isClosed ? latest(todayInLondon(new Date(since)), openedOn) : null,
  };
}

/** A child may have arrived after what an earlier notice was told of. */
function latest(day: string, other: string | null): string {
  return other !== null && other > day ? other : day;
}
