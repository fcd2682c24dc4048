import { MovementMove } from '../movement-move';
import { MovementPermanence } from '../movement-permanence';
import { MovementSide } from '../movement-side';
import { MovementState } from '../movement-state';
import { CONDITIONS } from './conditions';
import { impossibleDate, later, timeGoesBack } from './instants';
import type { Movement, MovementPlacement } from './movement';
import type { MoveData, MovementEvent } from './movement-event';
import { CATEGORY_PROCEDURES } from './movement-route';
import { readingOf } from './reading-of';
import { refuse, type MoveRefusal } from './refusal';
import { TRANSITIONS, movesFrom, type Transition } from './transitions';

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
  const refusal = incomplete(row, event) ?? conditionsOf(row, movement, event) ?? outOfTime(row, movement, event);
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
  return movement === null ? begun(event) : moved(movement, row, event);
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
  const rows = TRANSITIONS.filter((row) => row.move === move && row.route.includes(route));
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
  const expected = [...new Set(movesFrom(state, route))].join(', ') || 'no move, since it has ended';
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

/** A state follows another. What is recorded beside the state may be sent late, and is never before the notice. */
function earliest({ to }: Transition, { since, history }: Movement): string {
  return to === null ? history[0]!.at : since;
}

function begun(event: MovementEvent): Movement {
  const { data, occurredAt: at } = event;
  const { route } = CATEGORY_PROCEDURES[data.category!];
  const state = MovementState.NOTIFIED;
  return {
    id: event.movement,
    category: data.category!,
    origin: data.origin!,
    destination: data.destination!,
    permanence: data.permanence!,
    planning: data.planning!,
    hasStatutoryOrder: data.hasStatutoryOrder ?? false,
    placement: route === 'PLACEMENT' ? placementOf(data) : null,
    state,
    since: at,
    acknowledgedAt: null,
    read: readingOf(event, data.destination!, at),
    escalatedAt: null,
    responsibility: [{ authority: data.origin!, from: at, until: null }],
    history: [{ event, at, state }],
  };
}

function placementOf({ distance, isEmergency, placementStartsOn }: MoveData): MovementPlacement {
  return { distance: distance!, isEmergency: isEmergency!, startsOn: placementStartsOn!, approvedBy: null };
}

function moved(movement: Movement, row: Transition, event: MovementEvent): Movement {
  const { move, side, data } = event;
  const at = later(event.occurredAt, earliest(row, movement));
  const state = row.to ?? movement.state;
  const { placement } = movement;
  return {
    ...movement,
    permanence: move === MovementMove.BECOME_PERMANENT ? MovementPermanence.PERMANENT : movement.permanence,
    hasStatutoryOrder:
      move === MovementMove.RECORD_STATUTORY_ORDER ? data.hasStatutoryOrder! : movement.hasStatutoryOrder,
    placement: placement && {
      ...placement,
      approvedBy: move === MovementMove.APPROVE_PLACEMENT ? data.approver! : placement.approvedBy,
    },
    state,
    since: row.to === null ? movement.since : at,
    acknowledgedAt: movement.acknowledgedAt ?? (side === MovementSide.DESTINATION ? at : null),
    read: movement.read ?? readingOf(event, movement.destination, at),
    escalatedAt: move === MovementMove.ESCALATE ? at : row.to === null ? movement.escalatedAt : null,
    responsibility: row.passesResponsibility ? passed(movement, event) : movement.responsibility,
    history: [...movement.history, { event, at, state }],
  };
}

/**
 * Responsibility passes when the written acceptance is recorded, and the origin can have it: not when it is said to have
 * been written. So what was answered about an instant never changes afterwards.
 */
function passed({ responsibility, destination }: Movement, { recordedAt }: MovementEvent): Movement['responsibility'] {
  const last = responsibility.at(-1)!;
  const from = later(recordedAt, last.from);
  return [...responsibility.slice(0, -1), { ...last, until: from }, { authority: destination, from, until: null }];
}
