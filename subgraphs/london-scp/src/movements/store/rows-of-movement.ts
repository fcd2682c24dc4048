import {
  LONDON_AUTHORITIES,
  hasEnded,
  clocksOf,
  nameOfAuthority,
  noticedAs,
  todayInLondon,
  type ClockRule,
  type Movement,
  type MovementClock,
} from '@hub/contract';
import type { ChildMovementRecord } from '../child-movement-record';
import type { MovementClockRecord, MovementEventRecord } from './movement-history-records';

/** When a movement was closed or withdrawn; null while it is open. */
function endOf({ state, since }: Movement): string | null {
  return hasEnded(state) ? since : null;
}

/**
 * The name of an authority that the directory does not have: that of its code, and only of a code that was taken before codes
 * were looked up the one that its sender gave.
 */
function nameOutsideLondon(code: string, given: string | undefined): string | null {
  return LONDON_AUTHORITIES.includes(code) ? null : (nameOfAuthority(code) ?? given ?? null);
}

/**
 * The row of a movement: what follows from its history.
 *
 * @param childPseudonym - what the child is known by now. @default what the notice says
 */
export function movementRow(
  movement: Movement,
  isSynthetic: boolean,
  childPseudonym = noticedAs(movement),
): Omit<ChildMovementRecord, 'origin' | 'destination'> {
  const { id, category, permanence, planning, state, since, acknowledgedAt, escalatedAt, placement } = movement;
  const { at } = movement.history[0]!;
  const { notice } = movement;
  return {
    ...{ id, category, permanence, planning, state, since, acknowledgedAt, escalatedAt, isSynthetic },
    childPseudonym,
    siblings: [...(notice.siblings ?? [])],
    originCode: movement.origin,
    originName: nameOutsideLondon(movement.origin, notice.originName),
    destinationCode: movement.destination,
    destinationName: nameOutsideLondon(movement.destination, notice.destinationName),
    notifiedOn: todayInLondon(new Date(at)),
    notifiedAt: at,
    movedOn: notice.movedOn ?? null,
    closedAt: endOf(movement),
    responsibleCode: movement.responsibility.at(-1)!.authority,
    placementDistance: placement?.distance ?? null,
    placementApprovedBy: placement?.approvedBy ?? null,
    placementStartsOn: placement?.startsOn ?? null,
  };
}

/** The rows of a movement's history after its first so many. */
export function eventRows({ id, history }: Movement, after: number): MovementEventRecord[] {
  return history.slice(after).map(({ event, state }, index) => ({
    ...{ movementId: id, position: after + index, messageId: event.id, state, body: event },
    ...{ move: event.move, side: event.side, authority: event.authority },
    ...{ occurredAt: event.occurredAt, recordedAt: event.recordedAt },
  }));
}

/** The clocks of a movement, as they stand. */
export function clocksNow(movement: Movement, rules: readonly ClockRule[], now: Date): MovementClock[] {
  // A side's own clock may be a little ahead of the hub's, and what it did is to count all the same.
  const last = Math.max(now.getTime(), ...movement.history.map(({ at }) => Date.parse(at)));
  return clocksOf(movement, rules, new Date(last));
}

/** The rows of a movement's clocks, as they stand. */
export function clockRows(movement: Movement, rules: readonly ClockRule[], now: Date): MovementClockRecord[] {
  return clocksNow(movement, rules, now).map(({ code, rule, startedAt, dueAt, metAt, stoppedAt }) => ({
    ...{ movementId: movement.id, code, ruleId: rule, startedAt, dueAt, metAt, stoppedAt },
  }));
}
