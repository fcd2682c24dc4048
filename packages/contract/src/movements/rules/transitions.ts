import { MovementMove as M } from '../movement-move';
import { MovementSide } from '../movement-side';
import { MovementState as S } from '../movement-state';
import type { ConditionName } from './conditions';
import type { MoveData } from './movement-event';
import { routesOf } from './circumstances';
import { BEFORE_ACCEPTANCE, ENDED, OPEN, UNDERWAY } from './stages';
import type { Movement } from './movement';
import { CATEGORY_PROCEDURES, type MovementRoute } from './movement-route';

/** A row of the procedure: a move, from where it is made, where it leads, and who makes it. */
export interface Transition {
  move: M;
  route: readonly MovementRoute[];
  /** The states it may be made in; empty for the notice, which makes the movement. */
  from: readonly S[];
  /** The state it leads to; null for a fact that is recorded beside the state. */
  to: S | null;
  /** The side that makes it; null where either may. */
  side: MovementSide | null;
  /** What a person needs, to make it. */
  scope: 'movements:write' | 'movements:approve';
  /** What it must say. */
  carries: readonly (keyof MoveData)[];
  /** What else must hold. */
  if?: readonly ConditionName[];
  /** Whether responsibility passes to the destination with it. @default false */
  passesResponsibility?: true;
  /** Where it was read. "The hub" where it is a decision of this project. */
  source: string;
}

const { ORIGIN, DESTINATION } = MovementSide;
const ANY = ['TRANSFER', 'PLACEMENT', 'MISSING'] as const;
const TRANSFER = ['TRANSFER'] as const;
const PLACEMENT = ['PLACEMENT'] as const;
const MISSING = ['MISSING'] as const;
const write = 'movements:write';
const approve = 'movements:approve';

const NOTICE = ['category', 'origin', 'destination', 'permanence', 'planning'] as const;
const PLACEMENT_NOTICE = ['distance', 'isEmergency', 'placementStartsOn'] as const;
const REG_11 = 'Regulation 11 of the Care Planning, Placement and Case Review (England) Regulations 2010';
const REG_13 = 'Regulation 13 of the Care Planning, Placement and Case Review (England) Regulations 2010';
const REG_33 = 'Regulation 33 of the Care Planning, Placement and Case Review (England) Regulations 2010';

/** The procedure of a movement, as a table. What is not in it is refused. */
// prettier-ignore
export const TRANSITIONS: readonly Transition[] = [
  { move: M.NOTIFY, route: TRANSFER, from: [], to: S.NOTIFIED, side: ORIGIN, scope: write, carries: [...NOTICE, 'hasStatutoryOrder'], if: ['IS_NOT_TO_ONESELF', 'SAYS_WHEN_UNPLANNED', 'MAY_STAND_BESIDE', 'ORDER_AGREES', 'IS_OF_HOUSING'], source: 'LON-09; Nottinghamshire' },
  { move: M.NOTIFY, route: PLACEMENT, from: [], to: S.NOTIFIED, side: ORIGIN, scope: write, carries: [...NOTICE, ...PLACEMENT_NOTICE], if: ['IS_NOT_TO_ONESELF', 'SAYS_WHEN_UNPLANNED', 'MAY_STAND_BESIDE', 'ORDER_AGREES', 'IS_OF_HOUSING'], source: REG_13 },
  { move: M.NOTIFY, route: MISSING, from: [], to: S.NOTIFIED, side: ORIGIN, scope: write, carries: NOTICE, if: ['IS_NOT_TO_ONESELF', 'SAYS_WHEN_UNPLANNED', 'MAY_STAND_BESIDE', 'ORDER_AGREES', 'IS_OF_HOUSING'], source: 'London procedures, PG32' },
  { move: M.ACKNOWLEDGE, route: ANY, from: OPEN, to: null, side: DESTINATION, scope: write, carries: [], source: 'The hub: silence is itself a fact' },

  { move: M.SHARE_INFORMATION, route: ANY, from: BEFORE_ACCEPTANCE, to: S.INFORMATION_SHARED, side: ORIGIN, scope: write, carries: ['transferPack'], source: 'Nottinghamshire; Norfolk 3.8' },
  { move: M.SHARE_INFORMATION, route: ANY, from: [...UNDERWAY, S.PLACED], to: null, side: ORIGIN, scope: write, carries: ['transferPack'], source: 'The hub: what is learnt later is shared too' },
  { move: M.ACCEPT, route: TRANSFER, from: [S.INFORMATION_SHARED, S.DISPUTED], to: S.ACCEPTED, side: DESTINATION, scope: write, carries: [], source: 'Tees 13: referral accepted' },
  { move: M.DISPUTE, route: TRANSFER, from: [S.INFORMATION_SHARED], to: S.DISPUTED, side: DESTINATION, scope: write, carries: ['reason'], source: 'The hub: a refusal is said, and why' },
  { move: M.RETURN_NOTICE, route: TRANSFER, from: [S.NOTIFIED, S.INFORMATION_SHARED, S.DISPUTED], to: S.RETURNED, side: DESTINATION, scope: write, carries: ['reason'], source: 'The hub: a refusal is said, and why' },
  { move: M.AGREE_TEMPORARY_STAY, route: TRANSFER, from: [S.NOTIFIED, S.INFORMATION_SHARED, S.DISPUTED], to: S.TEMPORARY_STAY, side: DESTINATION, scope: write, carries: [], if: ['IS_TEMPORARY'], source: 'Tees: a temporary move is notified, and usually not transferred' },
  { move: M.BECOME_PERMANENT, route: TRANSFER, from: [S.TEMPORARY_STAY], to: S.NOTIFIED, side: ORIGIN, scope: write, carries: [], source: 'Tees: a stay that lasts is a permanent move' },
  { move: M.RECORD_STATUTORY_ORDER, route: TRANSFER, from: [...BEFORE_ACCEPTANCE, ...UNDERWAY], to: null, side: ORIGIN, scope: write, carries: ['hasStatutoryOrder'], if: ['ORDER_STILL_AGREES'], source: 'Sussex 1.7.5' },
  { move: M.BOOK_CONFERENCE, route: TRANSFER, from: [S.NOTIFIED, S.INFORMATION_SHARED, S.ACCEPTED], to: null, side: DESTINATION, scope: write, carries: ['conferenceOn'], source: 'Tees: the receiving authority is responsible for the conference' },
  { move: M.HOLD_CONFERENCE, route: TRANSFER, from: [S.ACCEPTED], to: S.CONFERENCE_HELD, side: DESTINATION, scope: approve, carries: [], source: 'Nottinghamshire, quoting Working Together; Sussex 5.4.4' },
  { move: M.ACCEPT_RESPONSIBILITY, route: TRANSFER, from: [S.ACCEPTED, S.CONFERENCE_HELD], to: S.RESPONSIBILITY_ACCEPTED, side: DESTINATION, scope: write, carries: ['confirmation'], if: ['MAY_PASS', 'HAS_HELD_CONFERENCE', 'IS_UNDER_NO_ORDER'], passesResponsibility: true, source: 'Milton Keynes 5.3 to 5.9: until written confirmation; Sussex 1.7.5' },
  { move: M.CLOSE, route: TRANSFER, from: [S.RESPONSIBILITY_ACCEPTED], to: S.CLOSED, side: ORIGIN, scope: write, carries: [], source: 'Milton Keynes 5.3 to 5.9' },
  { move: M.CLOSE, route: TRANSFER, from: [S.ACCEPTED, S.CONFERENCE_HELD], to: S.CLOSED, side: ORIGIN, scope: write, carries: ['reason'], if: ['IS_NOT_TO_PASS'], source: 'Children Act 1989, section 23A(4): a care leaver is told of and helped, and not handed over' },
  { move: M.CLOSE, route: TRANSFER, from: [S.TEMPORARY_STAY], to: S.CLOSED, side: ORIGIN, scope: write, carries: ['reason'], source: 'Tees: the stay has ended' },

  { move: M.APPROVE_PLACEMENT, route: PLACEMENT, from: [S.NOTIFIED, S.INFORMATION_SHARED], to: null, side: ORIGIN, scope: approve, carries: ['approver'], if: ['IS_SENIOR_ENOUGH', 'HOST_HAS_CARE_PLAN'], source: REG_11 },
  { move: M.START_PLACEMENT, route: PLACEMENT, from: [S.NOTIFIED, S.INFORMATION_SHARED], to: S.PLACED, side: ORIGIN, scope: write, carries: [], if: ['IS_APPROVED'], source: REG_11 },
  { move: M.CLOSE, route: PLACEMENT, from: [S.PLACED], to: S.CLOSED, side: ORIGIN, scope: write, carries: ['reason'], source: 'Hillingdon: discharge is notified' },

  { move: M.RECORD_REVIEW, route: TRANSFER, from: [S.TEMPORARY_STAY], to: null, side: ORIGIN, scope: write, carries: ['outcome'], if: ['SAYS_NEXT_REVIEW'], source: 'The hub: a stay is reviewed by who is responsible; no source gives a number' },
  { move: M.RECORD_REVIEW, route: PLACEMENT, from: [S.PLACED], to: null, side: ORIGIN, scope: write, carries: ['outcome'], if: ['SAYS_NEXT_REVIEW'], source: REG_33 },

  { move: M.RECORD_RETURN, route: MISSING, from: OPEN, to: null, side: null, scope: write, carries: ['returnedAt'], source: 'Missing People, on return interviews' },
  { move: M.RECORD_RETURN_HOME_INTERVIEW, route: MISSING, from: OPEN, to: null, side: null, scope: write, carries: [], if: ['HAS_RETURNED'], source: 'Missing People, on return interviews' },
  { move: M.CLOSE, route: MISSING, from: [S.NOTIFIED, S.INFORMATION_SHARED], to: S.CLOSED, side: ORIGIN, scope: write, carries: ['reason'], source: 'The hub: the child is found, or another procedure goes on' },

  { move: M.AMEND_NOTICE, route: ANY, from: OPEN, to: null, side: ORIGIN, scope: write, carries: ['reason'], if: ['AMENDS_SOMETHING', 'SPEAKS_FOR_ITSELF', 'AMENDS_NOTHING_AGREED'], source: 'The hub: what was notified wrongly is put right, and its time limits go on' },
  { move: M.END_CIRCUMSTANCE, route: ANY, from: OPEN, to: null, side: null, scope: write, carries: ['circumstance', 'reason'], if: ['HAS_SEVERAL', 'IS_A_CIRCUMSTANCE'], source: 'The hub: of several circumstances each ends by itself' },
  { move: M.WITHDRAW, route: ANY, from: [...BEFORE_ACCEPTANCE, ...UNDERWAY], to: S.WITHDRAWN, side: ORIGIN, scope: write, carries: ['reason'], if: ['IS_ITS_OWN_ALONE'], source: 'The hub: the origin is still responsible, and says why' },
  { move: M.PROPOSE_WITHDRAWAL, route: ANY, from: UNDERWAY, to: null, side: ORIGIN, scope: write, carries: ['reason'], source: "The hub: nobody ends another's work" },
  { move: M.AGREE_WITHDRAWAL, route: ANY, from: UNDERWAY, to: S.WITHDRAWN, side: DESTINATION, scope: write, carries: [], if: ['IS_PROPOSED'], source: "The hub: what both have begun, both undo" },
  { move: M.RECORD_SENT_BY_HAND, route: ANY, from: [...OPEN, ...ENDED], to: null, side: null, scope: write, carries: ['sends', 'means', 'evidence'], if: ['SENDS_OWN_STEPS'], source: 'The hub: it tells nobody outside, and its own people do' },
  { move: M.RECORD_SHIELDING, route: ANY, from: [...OPEN, ...ENDED], to: null, side: null, scope: write, carries: ['isShielded'], if: ['TAKES_BACK_ITS_OWN'], source: 'The hub: whoever knows that a child must not be found says so, and both honour it' },
  { move: M.RECORD_ORGANISATION_TOLD, route: ANY, from: [...OPEN, ...ENDED], to: null, side: null, scope: write, carries: ['organisation'], source: 'LON-09: across borough and organisational boundaries' },
  { move: M.RECORD_ORGANISATION_ACKNOWLEDGEMENT, route: ANY, from: [...OPEN, ...ENDED], to: null, side: null, scope: write, carries: ['organisation'], if: ['HAS_BEEN_TOLD'], source: 'LON-09: across borough and organisational boundaries' },
  { move: M.DECIDE_NOT_TO_SHARE, route: ANY, from: [...OPEN, ...ENDED], to: null, side: null, scope: write, carries: ['withheld', 'reason'], source: "Information Commissioner's Office, on sharing to safeguard children: record decisions" },
  { move: M.ESCALATE, route: ANY, from: OPEN, to: null, side: null, scope: write, carries: ['reason'], source: 'LON-16' },
  { move: M.LINK_CHILD, route: ANY, from: [...OPEN, ...ENDED], to: null, side: null, scope: write, carries: ['childPseudonym'], if: ['IS_LINKED_TO_NO_OTHER'], source: 'The hub: a number becomes known at any time, also after the end' },
];

/**
 * The rows that a movement has. Its state goes the way of its category; what is recorded beside the state may be of any
 * circumstance that lasts.
 */
export function rowsOf(route: MovementRoute, routes: readonly MovementRoute[]): Transition[] {
  return TRANSITIONS.filter(
    (row) => row.route.includes(route) || (row.to === null && row.route.some((one) => routes.includes(one))),
  );
}

/**
 * The moves that the table has for a movement in its state, in its order. That something was sent by hand is recorded of a step,
 * in whatever state, and brings nothing on: it is no move from a state.
 */
export function movesFrom({ state, category, circumstances }: Movement): M[] {
  const rows = rowsOf(CATEGORY_PROCEDURES[category].route, routesOf(circumstances));
  const moves = rows.filter(({ from, move }) => from.includes(state) && move !== M.RECORD_SENT_BY_HAND);
  return [...new Set(moves.map(({ move }) => move))];
}

/** The scope that a person needs, to make a move. */
export function scopeOfMove(move: M): Transition['scope'] {
  return TRANSITIONS.find((row) => row.move === move)!.scope;
}
