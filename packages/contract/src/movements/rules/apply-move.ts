import { MovementMove } from '../movement-move';
import { MovementPermanence } from '../movement-permanence';
import { MovementSide } from '../movement-side';
import { MovementState } from '../movement-state';
import { amendedNotice } from './amendment';
import { circumstanceEnded, circumstancesAfter, routesOf } from './circumstances';
import { limitsAfter } from './clock-table';
import { CONDITIONS } from './conditions';
import { responsibleByNotice } from './elsewhere';
import { withPartsOfHousing } from './housing-notice';
import { impossibleDate, later, timeGoesBack } from './instants';
import type { Movement, MovementPlacement } from './movement';
import type { MoveData, MovementEvent } from './movement-event';
import { CATEGORY_PROCEDURES } from './movement-route';
import { readingOf } from './reading-of';
import { refuse, type MoveRefusal } from './refusal';
import { hasEnded } from './stages';
import { movesFrom, rowsOf, type Transition } from './transitions';

/** The movement after a move, or why the move was not made. */
export type MoveResult = { movement: Movement; refusal?: undefined } | { movement?: undefined; refusal: MoveRefusal };

/**
 * Makes a move. Pure: it changes neither argument. A message that was applied before changes nothing; a move that the
 * table of transitions does not have is refused, and the movement stays as it is.
 *
 * Who may make a move for an authority is the caller's to check, by {@link scopeOfMove}.
 *
 * @param movement - null before the notice
 */
export function applyMove(movement: Movement | null, event: MovementEvent): MoveResult {
  if (movement?.history.some((step) => step.event.id === event.id)) return { movement };
  const row = impossibleDate(event) ?? rowOf(movement, event);
  if ('code' in row) return { refusal: row };
  const refusal =
    incomplete(row, event) ??
    conditionsOf(row, movement, event) ??
    outOfTime(row, movement, event) ??
    leavesNoNotice(movement, event);
  return refusal ? { refusal } : { movement: made(row, movement, event) };
}

/**
 * Makes a move that was recorded. What was asked before it was recorded is not asked again, so that a later rule changes no
 * history: only its row in the table of transitions is looked up.
 */
export function applyRecorded(movement: Movement | null, event: MovementEvent): MoveResult {
  const row = rowOf(movement, event);
  return 'code' in row ? { refusal: row } : { movement: made(row, movement, event) };
}

function made(row: Transition, movement: Movement | null, event: MovementEvent): Movement {
  const next = movement === null ? begun(event) : moved(movement, row, event);
  return { ...next, limits: limitsAfter(movement?.limits ?? [], next, next.history.at(-1)!.at) };
}

/** What an amendment leaves is a notice that could have been given. */
function leavesNoNotice(movement: Movement | null, event: MovementEvent): MoveRefusal | null {
  if (movement === null || event.move !== MovementMove.AMEND_NOTICE) return null;
  const notice = { ...event, move: MovementMove.NOTIFY, data: amendedNotice(movement.notice, event.data) };
  return applyMove(null, notice).refusal ?? null;
}

/** The row of the table that allows a move, or why there is none. */
function rowOf(movement: Movement | null, event: MovementEvent): Transition | MoveRefusal {
  const { move, side, authority, data } = event;
  if (movement === null && move !== MovementMove.NOTIFY) {
    return refuse('NOT_NOTIFIED', 'move', `${move} needs a movement. It begins with NOTIFY.`);
  }
  if (movement !== null && move === MovementMove.NOTIFY) {
    return refuse('ALREADY_NOTIFIED', 'movement', `${movement.id} was notified before. Give a new movement a new id.`);
  }
  if (movement !== null && movement.id !== event.movement) {
    return refuse('OTHER_MOVEMENT', 'movement', `This is ${movement.id}, and not ${event.movement}.`);
  }
  const category = movement?.category ?? data.category;
  if (category === undefined) return refuse('REQUIRED', 'category', 'NOTIFY must carry category.');
  const { route } = CATEGORY_PROCEDURES[category];
  const rows = rowsOf(route, routesOf(movement?.circumstances ?? [])).filter((row) => row.move === move);
  if (rows.length === 0) {
    return refuse('NOT_IN_THIS_CATEGORY', 'move', `${move} is not a move of a movement of category ${category}.`);
  }
  if (rows.every((row) => row.side !== null && row.side !== side)) {
    return refuse('NOT_THIS_SIDE', 'side', `${move} is made by the other side, ${rows[0]!.side}.`);
  }
  const { origin, destination } = movement ?? data;
  if (authority !== (side === MovementSide.ORIGIN ? origin : destination)) {
    return refuse('NOT_A_PARTY', 'authority', `${authority} is not the ${side} of this movement.`);
  }
  const row = rows.find(({ from }) => (movement === null ? from.length === 0 : from.includes(movement.state)));
  if (row) return row;
  const { state } = movement!;
  const expected = hasEnded(state) ? 'nothing, since it has ended' : movesFrom(movement!).join(', ');
  return refuse('OUT_OF_ORDER', 'move', `${move} cannot follow ${state}. Expected: ${expected}.`);
}

function incomplete({ carries }: Transition, { move, data }: MovementEvent): MoveRefusal | null {
  const isMissing = (field: keyof MoveData) => {
    const value = data[field] ?? '';
    return Array.isArray(value) ? value.length === 0 : String(value).trim() === '';
  };
  const field = carries.find(isMissing);
  return field === undefined ? null : refuse('REQUIRED', field, `${move} must carry ${field}.`);
}

function conditionsOf(row: Transition, movement: Movement | null, event: MovementEvent): MoveRefusal | null {
  for (const name of row.if ?? []) {
    // A notice has conditions of its own, which look at no movement.
    const refusal = CONDITIONS[name](movement as Movement, event);
    if (refusal) return refusal;
  }
  return null;
}

function outOfTime(row: Transition, movement: Movement | null, event: MovementEvent): MoveRefusal | null {
  if (movement === null) return null;
  return (
    timeGoesBack('recordedAt', event.recordedAt, movement.history.at(-1)!.event.recordedAt) ??
    timeGoesBack('occurredAt', event.occurredAt, earliest(row, movement))
  );
}

/** Whether an amendment makes the movement one that its destination has not been told of yet. */
function isToldAnew(movement: Movement, { move, data }: MovementEvent): boolean {
  if (move !== MovementMove.AMEND_NOTICE) return false;
  const { category, destination } = amendedNotice(movement.notice, data);
  const routeOf = (one: Movement['category']) => CATEGORY_PROCEDURES[one].route;
  return destination !== movement.destination || routeOf(category!) !== routeOf(movement.category);
}

/** A state follows another. What is recorded beside the state may be sent late, and is never before the notice. */
function earliest({ to }: Pick<Transition, 'to'>, { since, history }: Movement): string {
  return to === null ? history[0]!.at : since;
}

function begun(event: MovementEvent): Movement {
  const { data, occurredAt: at } = event;
  const state = MovementState.NOTIFIED;
  const parties = { origin: data.origin!, destination: data.destination! };
  return {
    id: event.movement,
    ...saidBy(data),
    circumstances: circumstancesAfter([], data, { at, place: 0, replaced: null }),
    state,
    since: at,
    acknowledgedAt: null,
    read: readingOf(event, data.destination!, at),
    escalatedAt: null,
    responsibility: [{ authority: responsibleByNotice(parties), from: at, until: null }],
    limits: [],
    toldAt: 0,
    history: [{ event, at, state }],
  };
}

/** What a notice says of a movement. */
function saidBy(notice: MoveData) {
  const { category, origin, destination, permanence, planning, hasStatutoryOrder = false } = notice;
  const { route } = CATEGORY_PROCEDURES[category!];
  return {
    ...{ notice, category: category!, origin: origin!, destination: destination! },
    ...{ permanence: permanence!, planning: planning!, hasStatutoryOrder },
    placement: route === 'PLACEMENT' ? placementOf(notice) : null,
  };
}

/** A movement as an amended notice says. Another placement, or one at another distance, is approved anew. */
function amended(movement: Movement, { data }: MovementEvent, at: string): Movement {
  const { category, placement, history } = movement;
  const notice = amendedNotice(movement.notice, data);
  const said = saidBy(notice);
  const isSame = said.destination === movement.destination && said.placement?.distance === placement?.distance;
  const isTold = said.destination === movement.destination;
  return {
    ...movement,
    ...said,
    placement: said.placement && { ...said.placement, approvedBy: isSame ? (placement?.approvedBy ?? null) : null },
    circumstances: circumstancesAfter(movement.circumstances, notice, {
      at,
      place: history.length,
      replaced: category,
    }),
    acknowledgedAt: isTold ? movement.acknowledgedAt : null,
    read: isTold ? movement.read : null,
    toldAt: isTold ? movement.toldAt : history.length,
  };
}

/** A movement without a circumstance that has ended. */
function without(movement: Movement, { data: { circumstance } }: MovementEvent, at: string): Movement {
  const circumstances = movement.notice.circumstances?.filter((one) => one !== circumstance);
  return {
    ...movement,
    notice: withPartsOfHousing({ ...movement.notice, ...(circumstances && { circumstances }) }),
    circumstances: circumstanceEnded(movement.circumstances, circumstance!, at),
  };
}

function placementOf({ distance, isEmergency, placementStartsOn }: MoveData): MovementPlacement {
  return { distance: distance!, isEmergency: isEmergency!, startsOn: placementStartsOn!, approvedBy: null };
}

function moved(before: Movement, row: Transition, event: MovementEvent): Movement {
  const { side } = event;
  const to = isToldAnew(before, event) ? MovementState.NOTIFIED : row.to;
  const at = later(event.occurredAt, earliest({ to }, before));
  const state = to ?? before.state;
  const movement = factsAfter(before, event, at);
  return {
    ...movement,
    state,
    since: to === null ? movement.since : at,
    acknowledgedAt: movement.acknowledgedAt ?? (isAnswer(movement, side) ? at : null),
    read: movement.read ?? readingOf(event, movement.destination, at),
    escalatedAt: event.move === MovementMove.ESCALATE ? at : to === null ? movement.escalatedAt : null,
    responsibility: row.passesResponsibility ? passed(movement, event) : movement.responsibility,
    history: [...movement.history, { event, at, state }],
  };
}

/** A movement with what a step says of it, beside its state. */
function factsAfter(movement: Movement, event: MovementEvent, at: string): Movement {
  const { placement, notice } = movement;
  const { hasStatutoryOrder, legalStatus, approver } = event.data;
  const permanence = MovementPermanence.PERMANENT;
  switch (event.move) {
    case MovementMove.AMEND_NOTICE:
      return amended(movement, event, at);
    case MovementMove.END_CIRCUMSTANCE:
      return without(movement, event, at);
    case MovementMove.BECOME_PERMANENT:
      return { ...movement, permanence, notice: { ...notice, permanence } };
    case MovementMove.RECORD_STATUTORY_ORDER:
      return {
        ...movement,
        hasStatutoryOrder: hasStatutoryOrder!,
        notice: { ...notice, hasStatutoryOrder: hasStatutoryOrder!, ...(legalStatus && { legalStatus }) },
      };
    case MovementMove.APPROVE_PLACEMENT:
      return { ...movement, placement: placement && { ...placement, approvedBy: approver! } };
    default:
      return movement;
  }
}

/** Whoever says something has the notice. What is said after the end answers nothing. */
function isAnswer({ state }: Movement, side: MovementSide): boolean {
  return side === MovementSide.DESTINATION && !hasEnded(state);
}

/**
 * Responsibility passes when the written acceptance is recorded, and the origin can have it: not when it is said to have
 * been written. So what was answered about an instant never changes afterwards.
 */
function passed({ responsibility, destination }: Movement, { recordedAt }: MovementEvent): Movement['responsibility'] {
  const last = responsibility.at(-1)!;
  if (last.authority === destination) return responsibility;
  const from = later(recordedAt, last.from);
  return [...responsibility.slice(0, -1), { ...last, until: from }, { authority: destination, from, until: null }];
}
