import type { MovementCategory } from '../movement-category';
import type { MovementPlanning } from '../movement-planning';
import type { MovementMove } from '../movement-move';
import type { MovementPermanence } from '../movement-permanence';
import type { MovementState } from '../movement-state';
import type { PlacementApprover } from '../placement-approver';
import type { PlacementDistance } from '../placement-distance';
import type { MovementEvent } from './movement-event';
import type { Reading } from './reading-of';

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

/** A movement: what follows from the moves made so far. */
export interface Movement {
  id: string;
  category: MovementCategory;
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
  /** In the order in which the hub recorded it. */
  history: readonly MovementStep[];
}

/** The first step of a movement that made a move. */
export function firstStep({ history }: Movement, move: MovementMove): MovementStep | undefined {
  return history.find(({ event }) => event.move === move);
}

/** The GSS code of the authority responsible at an instant; null before the first period. */
export function responsibleAt(periods: readonly ResponsibilityPeriod[], instant: string): string | null {
  const at = Date.parse(instant);
  const period = periods.find(
    ({ from, until }) => Date.parse(from) <= at && (until === null || at < Date.parse(until)),
  );
  return period?.authority ?? null;
}
