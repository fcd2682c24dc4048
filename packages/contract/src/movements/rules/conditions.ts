import { MovementPlanning } from '../movement-planning';
import { MovementMove } from '../movement-move';
import { MovementPermanence } from '../movement-permanence';
import { MovementState } from '../movement-state';
import { PlacementApprover } from '../placement-approver';
import { PlacementDistance } from '../placement-distance';
import { ReviewOutcome } from '../review-outcome';
import { amendedFields, settledOnceAgreed } from './amendment';
import { lasting, mayStandBeside } from './circumstances';
import { UNKNOWN_ORIGIN } from './elsewhere';
import { noHousingNotice } from './housing-notice';
import { legalStatusDisagrees } from './legal-status-disagrees';
import { linkedToAnother } from './linked-to-another';
import { firstStep, firstStepToDestination, type Movement } from './movement';
import type { MoveData, MovementEvent } from './movement-event';
import { CATEGORY_PROCEDURES } from './movement-route';
import { organisationOf } from './organisations-of';
import { refuse, type MoveRefusal } from './refusal';
import { isShieldedBy } from './shielding';
import { isBeforeAcceptance, isUnderway } from './stages';
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

  MAY_STAND_BESIDE: (_: unknown, { data: { circumstances = [] } }: MovementEvent) => {
    const alone = circumstances.find((category) => !mayStandBeside(category));
    return alone === undefined
      ? null
      : refuse('NOTIFIED_ALONE', 'circumstances', `${alone} has a procedure of its own. Make it the category.`);
  },

  ORDER_AGREES: (_: unknown, { data }: MovementEvent) => legalStatusDisagrees(data),

  IS_OF_HOUSING: (_: unknown, { data }: MovementEvent) => noHousingNotice(data),
};

/** A proposal counts for the state in which it was made: what comes after answers it. */
function isWithdrawalProposed({ history, state }: Movement): boolean {
  const last = history.findLast(({ event }) => event.move === MovementMove.PROPOSE_WITHDRAWAL);
  return last !== undefined && last.state === state;
}

/** Of what a later move says. */
const SAID_CONDITIONS = {
  AMENDS_SOMETHING: ({ notice }, { data }) =>
    amendedFields(notice, data).length > 0
      ? null
      : refuse('NOTHING_AMENDED', 'move', 'The notice says so already. Name what of it is to change.'),

  SPEAKS_FOR_ITSELF: ({ notice, origin }, { data }) =>
    origin === UNKNOWN_ORIGIN && amendedFields(notice, data).includes('destination')
      ? refuse(
          'ALREADY_AGREED',
          'destination',
          'The origin is not known, so that the notice is the word of its destination that the child is theirs. Notify the move from there.',
        )
      : null,

  AMENDS_NOTHING_AGREED: ({ notice, state }, { data }) => {
    const field = settledOnceAgreed(amendedFields(notice, data));
    return field === undefined || isBeforeAcceptance(state)
      ? null
      : refuse(
          'ALREADY_AGREED',
          field,
          `${field} stays as it was agreed. Dates and circumstances may still be amended; else withdraw the notice, or close it, and notify anew.`,
        );
  },

  SAYS_NEXT_REVIEW: (_, { data }) =>
    data.outcome === ReviewOutcome.IS_TO_END || data.nextReviewOn
      ? null
      : refuse(
          'REQUIRED',
          'nextReviewOn',
          'Say when the next review is to be, unless the stay or placement is to end.',
        ),

  IS_A_CIRCUMSTANCE: ({ category, circumstances }, { data }) => {
    const lastingBeside = lasting(circumstances).filter((one) => one !== category);
    const known = lastingBeside.join(', ') || 'none';
    return lastingBeside.includes(data.circumstance!)
      ? null
      : refuse(
          'CIRCUMSTANCE_UNKNOWN',
          'circumstance',
          `Beside ${category}, which ends with the movement, there are: ${known}. Name one of these.`,
        );
  },

  SENDS_OWN_STEPS: ({ history }, { side, data }) => {
    const own = sentByHandFrom(
      history.map(({ event }) => event),
      side,
    );
    return data.sends!.every((id) => own.some((event) => event.id === id))
      ? null
      : refuse('NOT_TO_BE_SENT', 'sends', 'Name steps that your own side has taken, as `outside { toSend { step } }`.');
  },

  IS_LINKED_TO_NO_OTHER: (movement, { data }) => {
    const before = firstStep(movement, MovementMove.LINK_CHILD)?.event.data.childPseudonym;
    return before === undefined || before === data.childPseudonym ? null : linkedToAnother();
  },

  ORDER_STILL_AGREES: ({ notice }, { data: { hasStatutoryOrder, legalStatus = notice.legalStatus } }) =>
    legalStatusDisagrees({ hasStatutoryOrder, legalStatus } as MoveData),

  TAKES_BACK_ITS_OWN: (movement, { side, data }) =>
    data.isShielded === false && isShieldedBy(movement, side) !== true
      ? refuse(
          'NOT_SHIELDED',
          'isShielded',
          'Your side does not shield the child. What the other side said, it alone takes back.',
        )
      : null,

  HAS_BEEN_TOLD: (movement, { side, data }) =>
    organisationOf(movement, side, data.organisation!).toldAt === null
      ? refuse('NOT_TOLD', 'organisation', `Your side has not told ${data.organisation}. Record that first.`)
      : null,

  IS_SENIOR_ENOUGH: ({ placement }, { data }) =>
    placement!.distance === PlacementDistance.AT_A_DISTANCE && data.approver !== DIRECTOR_OF_CHILDRENS_SERVICES
      ? refuse('DIRECTOR_REQUIRED', 'approver', "A placement at a distance needs the director of children's services.")
      : null,
} as const satisfies Record<string, Condition>;

/** Of the movement alone, whatever a later move says. */
const STATE_CONDITIONS = {
  HAS_SEVERAL: ({ circumstances }) =>
    lasting(circumstances).length > 1
      ? null
      : refuse(
          'CIRCUMSTANCE_UNKNOWN',
          'circumstance',
          'There is no other circumstance. The category ends with the movement.',
        ),

  IS_TEMPORARY: ({ permanence }) =>
    permanence === MovementPermanence.TEMPORARY
      ? null
      : refuse(
          'NOT_TEMPORARY',
          'permanence',
          'The move was notified as permanent, or is taken to be. Accept it or not.',
        ),

  HAS_HELD_CONFERENCE: ({ circumstances, state }) =>
    lasting(circumstances).some((category) => CATEGORY_PROCEDURES[category].conference === 'REQUIRED') &&
    state !== MovementState.CONFERENCE_HELD
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
    isUnderway(state)
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

  HOST_HAS_CARE_PLAN: (movement) => {
    const { distance, isEmergency } = movement.placement!;
    return distance === PlacementDistance.AT_A_DISTANCE &&
      !isEmergency &&
      firstStepToDestination(movement, MovementMove.SHARE_INFORMATION) === undefined
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

  HAS_RETURNED: (movement) =>
    firstStep(movement, MovementMove.RECORD_RETURN) === undefined
      ? refuse('NOT_RETURNED', 'move', 'An interview follows a return. Record the return first.')
      : null,
} as const satisfies Record<string, (movement: Movement) => MoveRefusal | null>;

/** Conditions by name, as the table of transitions names them. */
export const CONDITIONS: Readonly<Record<ConditionName, Condition>> = {
  ...{ ...NOTICE_CONDITIONS, ...SAID_CONDITIONS, ...STATE_CONDITIONS },
};

/** Whether a condition holds of a movement, as far as the movement alone decides. */
export function mayHold(name: ConditionName, movement: Movement): boolean {
  return !(name in STATE_CONDITIONS) || STATE_CONDITIONS[name as keyof typeof STATE_CONDITIONS](movement) === null;
}

/** Name of a condition. */
export type ConditionName =
  keyof typeof NOTICE_CONDITIONS | keyof typeof SAID_CONDITIONS | keyof typeof STATE_CONDITIONS;
