import { MovementCategory as C } from '../movement-category';
import { MovementPlanning } from '../movement-planning';
import { MovementMove as M } from '../movement-move';
import { MovementSide } from '../movement-side';
import { MovementPermanence } from '../movement-permanence';
import { MovementState as S } from '../movement-state';
import { ProcedureRuleCode as Code } from '../../procedures/procedure-rule-code';
import { type ProcedureRuleStart as Start } from '../../procedures/procedure-rule-start';
import { midnightInLondon } from '../../calendar/today';
import { CATEGORY_PROCEDURES } from './movement-route';
import { firstSaid, firstStep, type Movement, type MovementLimit, type MovementStep } from './movement';
import { reviewFollows } from './reviews';

/** A row of the table of clocks: for which movements a limit counts, and what it waits for. */
export interface ClockRow {
  code: Code;
  /** Categories that the rules of this code are about. */
  of: readonly C[];
  /** Categories whose procedure has such a limit, the number of which was not read. */
  unread: readonly C[];
  /** Which movements of these it counts for. */
  when(movement: Movement): boolean;
  /** The move that it waits for, and the side that makes it; null where either may. */
  move: M;
  by: MovementSide | null;
  /** Of what is done again and again: the place in the history of the step that the next one follows. */
  follows?(movement: Movement): number;
  /** The instant at which what it waits for happened. */
  met(movement: Movement): string | null | undefined;
}

const always = () => true;
/** The next one begins a clock of its own. */
const never = () => null;
const OF_A_TRANSFER = Object.values(C).filter((category) => CATEGORY_PROCEDURES[category].route === 'TRANSFER');
const atOf = (move: M) => (movement: Movement) => firstStep(movement, move)?.at;

/** Which clocks a movement has. What starts each is part of the rule in force. */
// prettier-ignore
export const CLOCKS: readonly ClockRow[] = [
  { code: Code.TRANSFER_IN_CONFERENCE, of: [C.CHILD_PROTECTION_PLAN], unread: [C.CHILD_IN_NEED_PLAN], when: isMeantToLast, move: M.HOLD_CONFERENCE, by: MovementSide.DESTINATION, met: atOf(M.HOLD_CONFERENCE) },
  { code: Code.INFORMATION_ON_UNPLANNED_MOVE, of: [C.CHILD_PROTECTION_PLAN], unread: [C.CHILD_IN_NEED_PLAN, C.SECTION_47_ENQUIRY, C.ASSESSMENT], when: ({ planning }) => planning === MovementPlanning.UNPLANNED, move: M.SHARE_INFORMATION, by: MovementSide.ORIGIN, met: atOf(M.SHARE_INFORMATION) },
  { code: Code.EMERGENCY_PLACEMENT_NOTICE, of: [C.LOOKED_AFTER_PLACEMENT], unread: [], when: ({ placement }) => placement?.isEmergency === true, move: M.NOTIFY, by: MovementSide.ORIGIN, met: atOf(M.NOTIFY) },
  { code: Code.RETURN_HOME_INTERVIEW, of: [C.MISSING], unread: [], when: always, move: M.RECORD_RETURN_HOME_INTERVIEW, by: null, met: atOf(M.RECORD_RETURN_HOME_INTERVIEW) },
  { code: Code.HOUSING_NOTICE, of: [C.HOMELESSNESS_TEMPORARY_ACCOMMODATION], unread: [], when: always, move: M.NOTIFY, by: MovementSide.ORIGIN, met: atOf(M.NOTIFY) },
  { code: Code.STAY_REVIEW, of: OF_A_TRANSFER, unread: [], when: ({ state }) => state === S.TEMPORARY_STAY, move: M.RECORD_REVIEW, by: MovementSide.ORIGIN, follows: reviewFollows, met: never },
  { code: Code.PLACEMENT_REVIEW, of: [C.LOOKED_AFTER_PLACEMENT], unread: [], when: ({ state }) => state === S.PLACED, move: M.RECORD_REVIEW, by: MovementSide.ORIGIN, follows: reviewFollows, met: never },
  { code: Code.ACKNOWLEDGEMENT, of: Object.values(C), unread: [], when: always, move: M.ACKNOWLEDGE, by: MovementSide.DESTINATION, met: ({ acknowledgedAt }) => acknowledgedAt },
];

/** Codes of the limits of what is done again and again: none of their clocks says for good whether it was in time. */
export const REPEATED_LIMITS: readonly Code[] = CLOCKS.filter(({ follows }) => follows).map(({ code }) => code);

/** A move is not meant to last only while both know that it is not: parents who will not say are taken to stay. */
function isMeantToLast({ permanence }: Movement): boolean {
  return permanence !== MovementPermanence.TEMPORARY;
}

/**
 * When what starts a clock happened. What the destination is told counts from when the hub had it, and the destination
 * could; what a side does itself, from when it did it. A notice that is amended counts as it first said: an amendment starts
 * no clock again.
 *
 * @param notice - the step that the clock counts from
 */
export const STARTS: Readonly<Record<Start, (movement: Movement, notice: MovementStep) => string | undefined>> = {
  NOTIFICATION: (_, notice) => notice.event.recordedAt,
  WRITTEN_INFORMATION_RECEIVED: (movement, notice) => since(notice, movement, M.SHARE_INFORMATION)?.event.recordedAt,
  REFERRAL_ACCEPTED: (movement, notice) => since(notice, movement, M.ACCEPT)?.at,
  AWARENESS: (movement) => firstSaid(movement, 'becameAwareAt'),
  PLACEMENT_START: (movement) => beginning(firstSaid(movement, 'placementStartsOn')),
  RETURN: (movement) => firstStep(movement, M.RECORD_RETURN)?.event.data.returnedAt,
  ACCOMMODATION_AVAILABLE: (movement) => beginning(firstSaid(movement, 'accommodationAvailableOn')),
  REVIEW: (_, notice) => (notice.event.move === M.RECORD_REVIEW ? notice.at : undefined),
  // An answer that an authority owes is timed by itself, and is no step of a movement.
  ASKED: () => undefined,
};

/** A stay that becomes permanent is notified anew: what limits it then counts from that step. */
function stay({ history }: Movement): number {
  const last = history.length - 1;
  return history[last]!.event.move === M.BECOME_PERMANENT ? last : 0;
}

/** The time limits of a movement after a step: those that it has now, and those that it had, as they ended. */
export function limitsAfter(before: readonly MovementLimit[], movement: Movement, at: string): MovementLimit[] {
  const last = movement.circumstances.filter(({ until }) => until === null);
  return CLOCKS.flatMap((row): MovementLimit[] => {
    const known = before.find(({ code }) => code === row.code);
    const limited = last.filter(({ category }) => row.of.includes(category) || row.unread.includes(category));
    if (limited.length === 0 || !row.when(movement)) return known ? [{ ...known, until: known.until ?? at }] : [];
    const isRead = (known?.isRead ?? false) || limited.some(({ category }) => row.of.includes(category));
    const first = Math.min(...limited.map(({ notifiedBy }) => notifiedBy));
    const countsFrom = row.follows?.(movement) ?? known?.countsFrom ?? Math.max(first, stay(movement));
    return [{ code: row.code, isRead, countsFrom, until: null }];
  });
}

function since(notice: MovementStep, movement: Movement, move: M): MovementStep | undefined {
  const from = movement.history.indexOf(notice);
  return movement.history.find((step, index) => index > from && step.event.move === move);
}

function beginning(day: string | undefined): string | undefined {
  return day === undefined ? undefined : midnightInLondon(day).toISOString();
}
