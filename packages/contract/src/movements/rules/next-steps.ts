import { MovementMove as M } from '../movement-move';
import { MovementSide } from '../movement-side';
import { MovementState as S } from '../movement-state';
import type { ProcedureRuleCode } from '../../procedures/procedure-rule-code';
import { CATEGORY_PROCEDURES } from './movement-route';
import { lasting, routesOf } from './circumstances';
import { CLOCKS } from './clock-table';
import type { MovementClock } from './clocks-of';
import { mayHold } from './conditions';
import type { Movement } from './movement';
import { movesFrom, rowsOf, type Transition } from './transitions';

/** A step that may be taken now. */
export type NextStep = Pick<Transition, 'move' | 'side' | 'scope' | 'carries'>;

/** A step that a movement waits for. */
export interface AwaitedStep {
  move: M;
  /** The side that is to take it; null where either may. */
  side: MovementSide | null;
  /** The time limit that it is to meet; null where it has none, or that has not started. */
  clock: MovementClock | null;
}

const { ORIGIN, DESTINATION } = MovementSide;

/**
 * The steps that may be taken now, in the order of the table: all that the movement alone decides is looked at, and what the step
 * itself has to say is in `carries`.
 */
export function nextSteps(movement: Movement): NextStep[] {
  const moves = new Set(movesFrom(movement));
  return rowsOf(CATEGORY_PROCEDURES[movement.category].route, routesOf(movement.circumstances))
    .filter(({ move, from, if: conditions = [] }) => {
      return moves.has(move) && from.includes(movement.state) && conditions.every((name) => mayHold(name, movement));
    })
    .map(({ move, side, scope, carries }) => ({ move, side, scope, carries }));
}

/**
 * What a movement waits for: the step that brings it on, and those whose time limit runs, earliest first. Nothing once it has
 * ended.
 *
 * @param clocks - its clocks, as they stand
 */
export function awaitedSteps(movement: Movement, clocks: readonly MovementClock[]): AwaitedStep[] {
  const running = clocks.filter(({ startedAt, metAt, stoppedAt }) => startedAt !== null && !metAt && !stoppedAt);
  const limited = running.map(stepAwaitedBy);
  const onward = onwardSteps(movement)
    .filter(([, move]) => limited.every((step) => step.move !== move))
    .map(([side, move]) => ({ side, move, clock: null }));
  const due = ({ clock }: AwaitedStep) => clock?.dueAt ?? '9999';
  return [...limited, ...onward].sort((one, other) => (due(one) < due(other) ? -1 : due(one) > due(other) ? 1 : 0));
}

/** The step that a clock waits for. */
export function stepAwaitedBy(clock: MovementClock): AwaitedStep {
  const { by: side, move } = CLOCKS.find((row) => row.code === clock.code)!;
  return { move, side, clock };
}

/** Codes of the clocks that wait for a step of a side, or of either. */
export function clocksAwaiting(side: MovementSide): ProcedureRuleCode[] {
  return CLOCKS.filter(({ by }) => by === null || by === side).map(({ code }) => code);
}

/** Whose step brings a movement on. */
function onwardSteps(movement: Movement): [MovementSide | null, M][] {
  const silent: [MovementSide, M][] = movement.acknowledgedAt === null ? [[DESTINATION, M.ACKNOWLEDGE]] : [];
  switch (CATEGORY_PROCEDURES[movement.category].route) {
    case 'PLACEMENT':
      return ofPlacement(movement, silent);
    case 'MISSING':
      return isBefore(movement.state) ? [...silent, [null, hasReturned(movement) ? M.CLOSE : M.RECORD_RETURN]] : [];
    case 'TRANSFER':
      return isBefore(movement.state) ? [...silent, ...beforeAcceptance(movement.state)] : afterAcceptance(movement);
  }
}

function isBefore(state: S): boolean {
  return [S.NOTIFIED, S.INFORMATION_SHARED, S.DISPUTED, S.RETURNED].includes(state);
}

function hasReturned({ history }: Movement): boolean {
  return history.some(({ event }) => event.move === M.RECORD_RETURN);
}

function ofPlacement(movement: Movement, silent: [MovementSide, M][]): [MovementSide, M][] {
  if (!isBefore(movement.state)) return [];
  if (movement.placement?.approvedBy) return [...silent, [ORIGIN, M.START_PLACEMENT]];
  const mayBeApproved = mayHold('HOST_HAS_CARE_PLAN', movement);
  return [...silent, [ORIGIN, mayBeApproved ? M.APPROVE_PLACEMENT : M.SHARE_INFORMATION]];
}

function beforeAcceptance(state: S): [MovementSide, M][] {
  if (state === S.INFORMATION_SHARED) return [[DESTINATION, M.ACCEPT]];
  return state === S.DISPUTED
    ? [
        [ORIGIN, M.SHARE_INFORMATION],
        [DESTINATION, M.ACCEPT],
      ]
    : [[ORIGIN, M.SHARE_INFORMATION]];
}

function afterAcceptance({ category, state, circumstances, hasStatutoryOrder }: Movement): [MovementSide, M][] {
  if ([S.TEMPORARY_STAY, S.RESPONSIBILITY_ACCEPTED].includes(state)) return [[ORIGIN, M.CLOSE]];
  if (![S.ACCEPTED, S.CONFERENCE_HELD].includes(state)) return [];
  if (CATEGORY_PROCEDURES[category].keepsResponsible) return [[ORIGIN, M.CLOSE]];
  const needsConference = lasting(circumstances).some((one) => CATEGORY_PROCEDURES[one].conference === 'REQUIRED');
  if (needsConference && state === S.ACCEPTED) return [[DESTINATION, M.HOLD_CONFERENCE]];
  return [hasStatutoryOrder ? [ORIGIN, M.RECORD_STATUTORY_ORDER] : [DESTINATION, M.ACCEPT_RESPONSIBILITY]];
}
