/** Why a move is refused. */
export type MoveRefusalCode =
  | 'NOT_AN_INSTANT'
  | 'NOT_A_DAY'
  | 'IN_THE_FUTURE'
  | 'TIME_GOES_BACK'
  | 'NOT_NOTIFIED'
  | 'ALREADY_NOTIFIED'
  | 'OTHER_MOVEMENT'
  | 'NOT_IN_THIS_CATEGORY'
  | 'NOT_THIS_SIDE'
  | 'NOT_A_PARTY'
  | 'OUT_OF_ORDER'
  | 'REQUIRED'
  | 'NOTICE_TO_ONESELF'
  | 'NOT_TEMPORARY'
  | 'CONFERENCE_REQUIRED'
  | 'ORDER_KEEPS_RESPONSIBILITY'
  | 'RESPONSIBILITY_STAYS'
  | 'ANOTHER_IS_RESPONSIBLE'
  | 'MOVE_ALREADY_NOTIFIED'
  | 'NOTHING_AMENDED'
  | 'ALREADY_AGREED'
  | 'NOTIFIED_ALONE'
  | 'CIRCUMSTANCE_UNKNOWN'
  | 'AGREEMENT_REQUIRED'
  | 'NOT_PROPOSED'
  | 'LINKED_TO_ANOTHER'
  | 'APPROVAL_REQUIRED'
  | 'DIRECTOR_REQUIRED'
  | 'CARE_PLAN_REQUIRED'
  | 'NOT_RETURNED'
  | 'NOT_TO_BE_SENT'
  | 'LEGAL_STATUS_DISAGREES'
  | 'NO_HOUSING_NOTICE'
  | 'NOT_SHIELDED'
  | 'NOT_TOLD';

/** What is not done: why, which field is wrong, and what to do. */
export interface Refused {
  code: string;
  field: string;
  message: string;
}

/** A move that is not made, since the procedure has no such move. */
export interface MoveRefusal extends Refused {
  code: MoveRefusalCode;
}

/** A refusal. */
export function refuse(code: MoveRefusalCode, field: string, message: string): MoveRefusal {
  return { code, field, message };
}
