import type { MovementCategory } from '../movement-category';
import type { MovementPlanning } from '../movement-planning';
import { MovementMove } from '../movement-move';
import type { MovementPermanence } from '../movement-permanence';
import type { MovementState } from '../movement-state';
import type { PlacementApprover } from '../placement-approver';
import type { PlacementDistance } from '../placement-distance';
import type { Circumstance } from './circumstances';
import type { MoveData, MovementEvent } from './movement-event';
import type { Reading } from './reading-of';
import type { ProcedureRuleCode } from '../../procedures/procedure-rule-code';

/** Who was responsible, from an instant up to, and not including, another. */
export interface ResponsibilityPeriod {
  /** GSS code. */
  authority: string;
  from: string;
  /** Null while it lasts. */
  until: string | null;
}

/** A move in the history. */
export interface MovementStep {
  event: MovementEvent;
  /** When it counts as made: as its side says, but never before what it follows. */
  at: string;
  /** The state that it led to, or left as it was. */
  state: MovementState;
}

/** A looked-after child's placement, as notified and approved. */
export interface MovementPlacement {
  distance: PlacementDistance;
  isEmergency: boolean;
  /** A day as `YYYY-MM-DD`. */
  startsOn: string;
  /** Null while nobody has approved it. */
  approvedBy: PlacementApprover | null;
}

/** A time limit that a movement has, or had before its notice was amended or a circumstance ended. */
export interface MovementLimit {
  code: ProcedureRuleCode;
  /** Whether a category to which its number was read has, or had, it. */
  isRead: boolean;
  /** The place in the history of the step that it counts from. */
  countsFrom: number;
  /** From when it limits nothing any more; null while it does. */
  until: string | null;
}

/** A movement: what follows from the moves made so far. */
export interface Movement {
  id: string;
  /** What its notice says, as amended. */
  notice: MoveData;
  category: MovementCategory;
  /** The category and what else the child's situation is or was, in the order in which it was notified. */
  circumstances: readonly Circumstance[];
  /** GSS code. */
  origin: string;
  /** GSS code. */
  destination: string;
  permanence: MovementPermanence;
  planning: MovementPlanning;
  hasStatutoryOrder: boolean;
  /** Null unless the child is looked after. */
  placement: MovementPlacement | null;
  state: MovementState;
  /** From when it is in this state. */
  since: string;
  /** When the destination first said that it has the notice, or made its first other move; null while it is silent. */
  acknowledgedAt: string | null;
  /** When a person of the destination first took a step, and in which role; null while its system alone has spoken. */
  read: Reading | null;
  /** When it was last escalated in this state; null where it was not. The next state answers an escalation. */
  escalatedAt: string | null;
  /**
   * As this movement alone says: without gap and overlap, from the notice on. Who is responsible for the child, whatever
   * movements it has, its chain says.
   */
  responsibility: readonly ResponsibilityPeriod[];
  /** Every time limit that it ever had: none is lost where the notice is amended. */
  limits: readonly MovementLimit[];
  /** The place in the history of the step that told the present destination: the notice, or an amendment. */
  toldAt: number;
  /** In the order in which the hub recorded it. */
  history: readonly MovementStep[];
}

/** The first step of a movement that made a move. */
export function firstStep({ history }: Movement, move: MovementMove): MovementStep | undefined {
  return history.find(({ event }) => event.move === move);
}

/** The GSS code of the destination after each step, in the order of the history. */
export function destinationsOf({ history }: Movement): string[] {
  const notices: readonly MovementMove[] = [MovementMove.NOTIFY, MovementMove.AMEND_NOTICE];
  let destination = '';
  return history.map(({ event: { move, data } }) => {
    if (notices.includes(move)) destination = data.destination ?? destination;
    return destination;
  });
}

/** The first step that made a move since the present destination was told. */
export function firstStepToDestination({ history, toldAt }: Movement, move: MovementMove): MovementStep | undefined {
  return history.slice(toldAt).find(({ event }) => event.move === move);
}

/** What a notice, or an amendment of it, first said of something; undefined where none did. */
export function firstSaid<Field extends keyof MoveData>(
  { history }: Movement,
  field: Field,
): MoveData[Field] | undefined {
  const notices: readonly MovementMove[] = [MovementMove.NOTIFY, MovementMove.AMEND_NOTICE];
  return history.find(({ event }) => notices.includes(event.move) && event.data[field] !== undefined)?.event.data[
    field
  ];
}

/** The GSS code of the authority responsible at an instant; null before the first period. */
export function responsibleAt(periods: readonly ResponsibilityPeriod[], instant: string): string | null {
  const at = Date.parse(instant);
  const period = periods.find(
    ({ from, until }) => Date.parse(from) <= at && (until === null || at < Date.parse(until)),
  );
  return period?.authority ?? null;
}
