import { MovementPlanning } from '../movement-planning';
import { MovementMove } from '../movement-move';
import { MovementPermanence } from '../movement-permanence';
import { MovementState } from '../movement-state';
import { PlacementApprover } from '../placement-approver';
import { PlacementDistance } from '../placement-distance';
import { firstStep, type Movement } from './movement';
import type { MovementEvent } from './movement-event';
import { CATEGORY_PROCEDURES } from './movement-route';
import { refuse, type MoveRefusal } from './refusal';
import { sentByHandFrom } from './to-send-by-hand';

/** A condition of a move: says why it does not hold, or null. `movement` is as it is before the move. */
type Condition = (movement: Movement, event: MovementEvent) => MoveRefusal | null;

const { DIRECTOR_OF_CHILDRENS_SERVICES } = PlacementApprover;

/** Of a notice: there is no movement yet. */
const NOTICE_CONDITIONS = {
  IS_NOT_TO_ONESELF: (_: unknown, { data }: MovementEvent) =>
    data.origin === data.destination
      ? refuse('NOTICE_TO_ONESELF', 'destination', 'A child moves to another authority. Name the one it moves to.')
      : null,

  SAYS_WHEN_UNPLANNED: (_: unknown, { data }: MovementEvent) =>
    data.planning === MovementPlanning.UNPLANNED && !data.becameAwareAt
      ? refuse('REQUIRED', 'becameAwareAt', 'Say when the origin became aware of an unplanned move.')
      : null,
};

/** The destination has agreed to something, and has work of its own under way. */
const WITH_THE_OTHER_SIDE: readonly MovementState[] = [
  MovementState.ACCEPTED,
  MovementState.CONFERENCE_HELD,
  MovementState.TEMPORARY_STAY,
];

/** A proposal counts for the state in which it was made: what comes after answers it. */
function isWithdrawalProposed({ history, state }: Movement): boolean {
  const last = history.findLast(({ event }) => event.move === MovementMove.PROPOSE_WITHDRAWAL);
  return last !== undefined && last.state === state;
}

/** Of a later move. */
const MOVE_CONDITIONS = {
  IS_TEMPORARY: ({ permanence }) =>
    permanence === MovementPermanence.TEMPORARY
      ? null
      : refuse(
          'NOT_TEMPORARY',
          'permanence',
          'The move was notified as permanent, or is taken to be. Accept it or not.',
        ),

  HAS_HELD_CONFERENCE: ({ category, state }) =>
    CATEGORY_PROCEDURES[category].conference === 'REQUIRED' && state !== MovementState.CONFERENCE_HELD
      ? refuse(
          'CONFERENCE_REQUIRED',
          'move',
          'Responsibility passes after the transfer-in conference. Record it first.',
        )
      : null,

  MAY_PASS: ({ category }) => {
    const { keepsResponsible } = CATEGORY_PROCEDURES[category];
    return keepsResponsible === undefined
      ? null
      : refuse(
          'RESPONSIBILITY_STAYS',
          'move',
          `The origin stays responsible. ${keepsResponsible} Close it once it is done.`,
        );
  },

  IS_NOT_TO_PASS: ({ category }) =>
    CATEGORY_PROCEDURES[category].keepsResponsible === undefined
      ? refuse('OUT_OF_ORDER', 'move', 'A transfer is closed once responsibility is accepted in writing.')
      : null,

  IS_UNDER_NO_ORDER: ({ hasStatutoryOrder }) =>
    hasStatutoryOrder
      ? refuse(
          'ORDER_KEEPS_RESPONSIBILITY',
          'move',
          'A statutory order keeps the origin responsible. Once it has ended, the origin records that first.',
        )
      : null,

  IS_ITS_OWN_ALONE: ({ state, destination }) =>
    WITH_THE_OTHER_SIDE.includes(state)
      ? refuse(
          'AGREEMENT_REQUIRED',
          'move',
          `${destination} has begun its work. Propose the withdrawal (PROPOSE_WITHDRAWAL); it takes effect once they agree.`,
        )
      : null,

  IS_PROPOSED: (movement) =>
    isWithdrawalProposed(movement)
      ? null
      : refuse('NOT_PROPOSED', 'move', 'The origin has not proposed to withdraw the notice. Only it can.'),

  IS_SENIOR_ENOUGH: ({ placement }, { data }) =>
    placement!.distance === PlacementDistance.AT_A_DISTANCE && data.approver !== DIRECTOR_OF_CHILDRENS_SERVICES
      ? refuse('DIRECTOR_REQUIRED', 'approver', "A placement at a distance needs the director of children's services.")
      : null,

  HOST_HAS_CARE_PLAN: (movement) => {
    const { distance, isEmergency } = movement.placement!;
    return distance === PlacementDistance.AT_A_DISTANCE &&
      !isEmergency &&
      firstStep(movement, MovementMove.SHARE_INFORMATION) === undefined
      ? refuse(
          'CARE_PLAN_REQUIRED',
          'move',
          'A host at a distance is given the care plan before approval. Share it first.',
        )
      : null;
  },

  IS_APPROVED: ({ placement }) =>
    placement!.approvedBy === null
      ? refuse(
          'APPROVAL_REQUIRED',
          'move',
          'A placement out of area begins only once it is approved. Record that first.',
        )
      : null,

  SENDS_OWN_STEPS: ({ history }, { side, data }) => {
    const own = sentByHandFrom(
      history.map(({ event }) => event),
      side,
    );
    return data.sends!.every((id) => own.some((event) => event.id === id))
      ? null
      : refuse('NOT_TO_BE_SENT', 'sends', 'Name steps that your own side has taken, as `outside { toSend { step } }`.');
  },

  HAS_RETURNED: (movement) =>
    firstStep(movement, MovementMove.RECORD_RETURN) === undefined
      ? refuse('NOT_RETURNED', 'move', 'An interview follows a return. Record the return first.')
      : null,
} as const satisfies Record<string, Condition>;

/** Conditions by name, as the table of transitions names them. */
export const CONDITIONS: Readonly<Record<ConditionName, Condition>> = { ...NOTICE_CONDITIONS, ...MOVE_CONDITIONS };

/** Name of a condition. */
export type ConditionName = keyof typeof NOTICE_CONDITIONS | keyof typeof MOVE_CONDITIONS;
