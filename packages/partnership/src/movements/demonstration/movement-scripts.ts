import {
  MovementCategory as C,
  MovementMove as M,
  MovementPermanence,
  MovementPlanning,
  type MoveData,
  type MovementRoute,
} from '@hub/contract';

/** A step of a script, so many days after the one before. */
export interface ScriptStep {
  move: M;
  /** At the least and at the most. */
  days: readonly [number, number];
  reason?: string;
}

/** How a movement goes on after its notice. */
export interface MovementScript {
  /** How often, beside the others that may be drawn. */
  weight: number;
  permanence: MovementPermanence;
  steps: readonly ScriptStep[];
  /** What its notice says beyond the rest. */
  notice?: MoveData;
  /** Of which categories. @default all of its procedure */
  of?: readonly C[];
  /** Whether it waits for somebody: then it is of the last months alone, since nobody leaves a child so for years. */
  isUnfinished?: true;
  /** Whether it soon ends with the child being the destination's, so that a family may move on from there. */
  isHandedOver?: true;
}

const { PERMANENT, TEMPORARY, NOT_SAID } = MovementPermanence;

function then(move: M, least: number, most: number, reason?: string): ScriptStep {
  return { move, days: [least, most], ...(reason !== undefined && { reason }) };
}

// A system acknowledges by itself, at once.
const RECEIVED = then(M.ACKNOWLEDGE, 0, 0);
const SHARED = then(M.SHARE_INFORMATION, 0, 1.6);
const ACCEPTED = then(M.ACCEPT, 1, 5);
const CONFERENCE = then(M.HOLD_CONFERENCE, 4, 9);
const TAKEN_ON = [then(M.ACCEPT_RESPONSIBILITY, 0.2, 3), then(M.CLOSE, 0.2, 5)];
const LATE_CONFERENCE = [then(M.ACCEPT, 4, 12), then(M.HOLD_CONFERENCE, 14, 28)];
const DISPUTED = then(M.DISPUTE, 2, 5, 'The family stays with relatives for some weeks, as far as we know.');
const ESCALATED = then(M.ESCALATE, 3, 8, 'The tenancy runs for a year, and the two teams do not agree.');
const RETURNED = then(M.RETURN_NOTICE, 1, 4, 'The notice does not say which team works with the child.');
const STAY = then(M.AGREE_TEMPORARY_STAY, 1, 4);

/** What may happen, by the procedure that a movement follows: all that goes well, and much that does not. */
export const MOVEMENT_SCRIPTS: Readonly<Record<MovementRoute, readonly MovementScript[]>> = {
  TRANSFER: [
    {
      ...{ weight: 40, permanence: PERMANENT, isHandedOver: true },
      steps: [RECEIVED, SHARED, ACCEPTED, CONFERENCE, ...TAKEN_ON],
    },
    { weight: 8, permanence: NOT_SAID, steps: [RECEIVED, SHARED, ACCEPTED, CONFERENCE, ...TAKEN_ON] },
    {
      weight: 22,
      permanence: PERMANENT,
      steps: [RECEIVED, then(M.SHARE_INFORMATION, 2, 9), ...LATE_CONFERENCE, ...TAKEN_ON],
    },
    {
      weight: 8,
      permanence: PERMANENT,
      steps: [RECEIVED, SHARED, DISPUTED, ESCALATED, SHARED, ACCEPTED, CONFERENCE, ...TAKEN_ON],
    },
    { weight: 6, permanence: PERMANENT, steps: [RECEIVED, RETURNED, SHARED, ...LATE_CONFERENCE, ...TAKEN_ON] },
    {
      weight: 3,
      permanence: NOT_SAID,
      steps: [RECEIVED, RETURNED, then(M.WITHDRAW, 1, 9, 'The family has not moved after all.')],
    },
    {
      weight: 4,
      permanence: PERMANENT,
      steps: [RECEIVED, then(M.WITHDRAW, 1, 9, 'The family has stayed where they were.')],
    },
    { weight: 7, permanence: TEMPORARY, steps: [RECEIVED, STAY, then(M.CLOSE, 20, 70, 'The stay has ended.')] },
    {
      weight: 4,
      permanence: TEMPORARY,
      steps: [RECEIVED, STAY, then(M.BECOME_PERMANENT, 20, 45), SHARED, ACCEPTED, CONFERENCE, ...TAKEN_ON],
    },
    {
      ...{ weight: 6, permanence: PERMANENT, isHandedOver: true },
      steps: [
        ...[RECEIVED, then(M.AMEND_NOTICE, 0.5, 3, 'The day of the move was given wrongly.')],
        ...[SHARED, ACCEPTED, CONFERENCE, ...TAKEN_ON],
      ],
    },
    {
      weight: 3,
      permanence: PERMANENT,
      steps: [
        ...[RECEIVED, SHARED, ACCEPTED],
        ...[then(M.PROPOSE_WITHDRAWAL, 3, 12, 'The family has come back.'), then(M.AGREE_WITHDRAWAL, 1, 6)],
      ],
    },
    {
      ...{ weight: 4, permanence: PERMANENT, of: [C.CHILD_PROTECTION_PLAN], notice: { hasStatutoryOrder: true } },
      steps: [RECEIVED, SHARED, ACCEPTED, CONFERENCE, then(M.RECORD_STATUTORY_ORDER, 5, 40), ...TAKEN_ON],
    },
    {
      ...{ weight: 8, permanence: PERMANENT, of: [C.CHILD_IN_NEED_PLAN, C.ASSESSMENT] },
      notice: { circumstances: [C.SECTION_47_ENQUIRY] },
      steps: [
        ...[RECEIVED, SHARED, ACCEPTED],
        ...[then(M.END_CIRCUMSTANCE, 3, 12, 'The enquiry has been concluded.'), ...TAKEN_ON],
      ],
    },
    { weight: 5, permanence: PERMANENT, isUnfinished: true, steps: [] },
    { weight: 28, permanence: PERMANENT, isUnfinished: true, steps: [RECEIVED, SHARED, DISPUTED, ESCALATED] },
    { weight: 6, permanence: PERMANENT, isUnfinished: true, steps: [RECEIVED, RETURNED] },
    { weight: 12, permanence: NOT_SAID, isUnfinished: true, steps: [RECEIVED, then(M.SHARE_INFORMATION, 2, 9)] },
    { weight: 16, permanence: PERMANENT, isUnfinished: true, steps: [RECEIVED, SHARED, ACCEPTED] },
    {
      ...{ weight: 20, permanence: PERMANENT, of: [C.CHILD_PROTECTION_PLAN], isUnfinished: true },
      steps: [RECEIVED, SHARED, ACCEPTED],
    },
    {
      ...{ weight: 16, permanence: NOT_SAID, of: [C.CHILD_PROTECTION_PLAN], isUnfinished: true },
      ...{ notice: { planning: MovementPlanning.UNPLANNED }, steps: [RECEIVED] },
    },
    { weight: 4, permanence: PERMANENT, isUnfinished: true, steps: [RECEIVED, SHARED, ACCEPTED, CONFERENCE] },
    {
      ...{ weight: 5, permanence: PERMANENT, isUnfinished: true },
      steps: [RECEIVED, SHARED, ACCEPTED, CONFERENCE, TAKEN_ON[0]!],
    },
    { weight: 6, permanence: TEMPORARY, isUnfinished: true, steps: [RECEIVED, STAY] },
  ],
  PLACEMENT: [
    {
      weight: 30,
      permanence: PERMANENT,
      steps: [
        ...[RECEIVED, SHARED, then(M.APPROVE_PLACEMENT, 1, 4), then(M.START_PLACEMENT, 0, 1)],
        then(M.CLOSE, 60, 400, 'The placement has ended.'),
      ],
    },
    {
      weight: 14,
      permanence: PERMANENT,
      notice: { isEmergency: true },
      steps: [
        ...[RECEIVED, then(M.APPROVE_PLACEMENT, 0, 2), then(M.START_PLACEMENT, 0, 0.1), SHARED],
        then(M.CLOSE, 20, 90, 'The child is placed nearer by.'),
      ],
    },
    { weight: 5, permanence: PERMANENT, steps: [RECEIVED, then(M.WITHDRAW, 1, 6, 'The placement was not needed.')] },
    { weight: 45, permanence: PERMANENT, isUnfinished: true, steps: [RECEIVED, SHARED] },
  ],
  MISSING: [
    {
      weight: 30,
      permanence: NOT_SAID,
      steps: [
        ...[RECEIVED, SHARED, then(M.RECORD_RETURN, 1, 12), then(M.RECORD_RETURN_HOME_INTERVIEW, 0.5, 2)],
        then(M.CLOSE, 1, 5, 'The child is back.'),
      ],
    },
    {
      weight: 22,
      permanence: NOT_SAID,
      steps: [
        ...[RECEIVED, SHARED, then(M.RECORD_RETURN, 1, 12), then(M.RECORD_RETURN_HOME_INTERVIEW, 4, 14)],
        then(M.CLOSE, 1, 5, 'The child is back.'),
      ],
    },
    { weight: 10, permanence: NOT_SAID, isUnfinished: true, steps: [RECEIVED, SHARED] },
  ],
};
