import { MovementClockState } from '../movement-clock-state';
import { MovementDisagreement as D } from '../movement-disagreement';
import { MovementState as S } from '../movement-state';
import { hasEnded } from './stages';

/** A movement as the hub has it, as far as it is compared. */
export interface HubSide {
  state: S;
  /** Whether responsibility has passed to the destination. */
  hasPassed: boolean;
  isAcknowledged: boolean;
  /** Whether its origin, or its destination, claims to be responsible while another is, and that is not settled. */
  isClaimed: boolean;
  /** How the clock of the acknowledgement stands. */
  acknowledgement: MovementClockState;
}

/**
 * What a side's own record of the child says. `NONE`: it answered that it holds none. `UNANSWERED`: it did not answer, and
 * nothing is concluded from that.
 */
export type RecordAnswer = 'OPEN' | 'CLOSED' | 'NONE' | 'UNANSWERED';

const ACCEPTED: readonly S[] = [S.ACCEPTED, S.CONFERENCE_HELD, S.RESPONSIBILITY_ACCEPTED];

/**
 * How the sides of a movement disagree, in the order of the kinds. More than one may hold; it should be none.
 *
 * - `CLOSED_WITHOUT_ACCEPTANCE`: the movement is open, responsibility has not passed, and the origin's record is closed.
 * - `ACCEPTED_WITHOUT_OPEN_RECORD`: the destination has accepted the referral or responsibility, the movement is open, and
 *   the destination's record is closed or was never made; or the transfer is closed and no record was ever made. A record
 *   that the destination closes after the transfer is its own affair.
 * - `OPEN_ON_BOTH`: the transfer is closed, and both records are open. Until then both may be.
 * - `OPEN_ON_NEITHER`: the movement is open, and no side has an open record.
 * - `NEVER_ACKNOWLEDGED`: the movement is open, the destination is silent, and the clock of the acknowledgement is
 *   late. Where no rule gives that clock a number, or nobody can compute when it is due, every silence counts, since nothing
 *   says how long one may last.
 * - `RESPONSIBILITY_CLAIMED`: two authorities say that they are responsible for the child, also where the movement has ended by
 *   which one claims it: the child was linked later to one of whom another is.
 * - `ARRIVED_WITHOUT_NOTICE`: the hub has no notice, and the destination has an open record of a child from another area.
 *
 * @param hub - null where there is no notice
 */
export function disagreements(hub: HubSide | null, origin: RecordAnswer, destination: RecordAnswer): D[] {
  if (hub === null) return destination === 'OPEN' ? [D.ARRIVED_WITHOUT_NOTICE] : [];
  const { state, hasPassed } = hub;
  const isOpen = !hasEnded(state);
  const isTransferred = state === S.CLOSED && hasPassed;
  const holds: Record<D, boolean> = {
    CLOSED_WITHOUT_ACCEPTANCE: isOpen && !hasPassed && origin === 'CLOSED',
    ACCEPTED_WITHOUT_OPEN_RECORD:
      (ACCEPTED.includes(state) && isNotOpen(destination)) || (isTransferred && destination === 'NONE'),
    OPEN_ON_BOTH: isTransferred && origin === 'OPEN' && destination === 'OPEN',
    OPEN_ON_NEITHER: isOpen && isNotOpen(origin) && isNotOpen(destination),
    NEVER_ACKNOWLEDGED: isOpen && isSilent(hub),
    RESPONSIBILITY_CLAIMED: hub.isClaimed,
    ARRIVED_WITHOUT_NOTICE: false,
  };
  return Object.values(D).filter((kind) => holds[kind]);
}

function isNotOpen(answer: RecordAnswer): boolean {
  return answer === 'CLOSED' || answer === 'NONE';
}

function isSilent({ isAcknowledged, acknowledgement }: HubSide): boolean {
  const { LATE, NOT_SPECIFIED, NOT_KNOWN } = MovementClockState;
  return !isAcknowledged && [LATE, NOT_SPECIFIED, NOT_KNOWN].includes(acknowledgement);
}
