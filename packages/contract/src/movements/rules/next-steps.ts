import { MovementMove as M } from '../movement-move';
import { MovementSide } from '../movement-side';
import { MovementState as S } from '../movement-state';
import type { ProcedureRuleCode } from '../../procedures/procedure-rule-code';
import { CATEGORY_PROCEDURES } from './movement-route';
import { routesOf } from './circumstances';
import { CLOCKS } from './clock-table';
import type { MovementClock } from './movement-clock';
import { mayHold } from './conditions';
import type { Movement } from './movement';
import { hasEnded, isBeforeAcceptance, isUnderway } from './stages';
import { organisationsOf } from './organisations-of';
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
  const sides = new Map(nextSteps(movement).map(({ move, side }) => [move, side]));
  const onward = onwardMoves(movement)
    .filter((move) => limited.every((step) => step.move !== move))
    .map((move) => ({ move, side: sides.get(move) ?? null, clock: null }));
  const due = ({ clock }: AwaitedStep) => clock?.dueAt ?? '9999';
  return [...limited, ...onward, ...telling(movement)].sort((one, other) =>
    due(one) < due(other) ? -1 : due(one) > due(other) ? 1 : 0,
  );
}

/** What the sides have to tell other organisations, and these to acknowledge, while the movement lasts. No source limits it. */
function telling(movement: Movement): AwaitedStep[] {
  const all = hasEnded(movement.state) ? [] : organisationsOf(movement);
  return Object.values(MovementSide).flatMap((side) => {
    const own = all.filter((one) => one.side === side && one.acknowledgedAt === null);
    const moves = own.map(({ toldAt }) =>
      toldAt === null ? M.RECORD_ORGANISATION_TOLD : M.RECORD_ORGANISATION_ACKNOWLEDGEMENT,
    );
    return [...new Set(moves)].map((move) => ({ move, side, clock: null }));
  });
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

/** The moves that bring a movement on. Whose they are, and whether they may be made, the table says. */
function onwardMoves(movement: Movement): M[] {
  const { category, state, acknowledgedAt } = movement;
  const silent = acknowledgedAt === null ? [M.ACKNOWLEDGE] : [];
  const isBefore = isBeforeAcceptance(state);
  switch (CATEGORY_PROCEDURES[category].route) {
    case 'PLACEMENT':
      return isBefore ? [...silent, ofPlacement(movement)] : [];
    case 'MISSING':
      return isBefore ? [...silent, mayHold('HAS_RETURNED', movement) ? M.CLOSE : M.RECORD_RETURN] : [];
    case 'TRANSFER':
      return isBefore ? [...silent, ...beforeAcceptance(state)] : afterAcceptance(movement);
  }
}

function ofPlacement(movement: Movement): M {
  if (mayHold('IS_APPROVED', movement)) return M.START_PLACEMENT;
  return mayHold('HOST_HAS_CARE_PLAN', movement) ? M.APPROVE_PLACEMENT : M.SHARE_INFORMATION;
}

function beforeAcceptance(state: S): M[] {
  if (state === S.INFORMATION_SHARED) return [M.ACCEPT];
  return state === S.DISPUTED ? [M.SHARE_INFORMATION, M.ACCEPT] : [M.SHARE_INFORMATION];
}

function afterAcceptance(movement: Movement): M[] {
  const { state } = movement;
  if (state === S.TEMPORARY_STAY || state === S.RESPONSIBILITY_ACCEPTED) return [M.CLOSE];
  if (!isUnderway(state)) return [];
  if (!mayHold('MAY_PASS', movement)) return [M.CLOSE];
  if (!mayHold('HAS_HELD_CONFERENCE', movement)) return [M.HOLD_CONFERENCE];
  return [mayHold('IS_UNDER_NO_ORDER', movement) ? M.ACCEPT_RESPONSIBILITY : M.RECORD_STATUTORY_ORDER];
}
