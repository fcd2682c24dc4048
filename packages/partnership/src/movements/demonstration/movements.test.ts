import {
  ChildRecordStatus,
  chainAfter,
  disagreements,
  EMPTY_CHAIN,
  foldEvents,
  hasEnded,
  implausibleDates,
  isTurn,
  LONDON_AUTHORITIES,
  MovementClockState,
  MovementSide,
  MovementState,
  namesSomebodyIn,
  openClaim,
  refusalsOfNotice,
  todayInLondon,
  type Movement,
  type RecordAnswer,
  type ResponsibilityChain,
  plusDays,
} from '@hub/contract';
import { DEMONSTRATION_UNTIL } from '../../demonstration/period';
import { recordStanding } from '../record-standing';
import { DEMONSTRATION_AUTHORITIES, DEMONSTRATION_OUTSIDE } from './authorities';
import { demonstrationChildRecords } from './child-records';
import { isRecent } from './movement-history';
import { demonstrationMovements } from './movements';

const found = demonstrationMovements();
const movements = new Map(found.map(({ id, events }) => [id, foldEvents(events)!]));

/** The chain of each child, and the movements whose claim nobody has settled. */
function claimedIn(): Set<string> {
  const chains = new Map<string, ResponsibilityChain>();
  const turns = found.flatMap(({ id, childPseudonym }) =>
    movements
      .get(id)!
      .history.filter(isTurn)
      .map((step) => ({ movement: movements.get(id)!, childPseudonym, step })),
  );
  turns.sort((one, other) => (one.step.event.recordedAt < other.step.event.recordedAt ? -1 : 1));
  for (const { movement, childPseudonym, step } of turns)
    chains.set(childPseudonym, chainAfter(chains.get(childPseudonym) ?? EMPTY_CHAIN, movement, step));
  return new Set(
    found
      .filter(({ id, childPseudonym }) => openClaim(chains.get(childPseudonym)!, id) !== undefined)
      .map(({ id }) => id),
  );
}

describe('demonstration movements', () => {
  it('are several hundred, the same at every call, and none goes on after the demonstration', () => {
    expect(found.length).toBeGreaterThan(700);
    expect(found.length).toBeLessThan(1100);
    expect(demonstrationMovements()).toEqual(found);
    expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
    const last = found.flatMap(({ events }) => events.map(({ recordedAt }) => recordedAt)).sort();
    expect(last.at(-1)! < plusDays(DEMONSTRATION_UNTIL, 1)).toBe(true);
  });

  it('are for a partnership those that start or end in one of its authorities', () => {
    const own = ['E09000022', 'E09000016'];
    expect(demonstrationMovements(own)).toEqual(
      found.filter(({ originCode, destinationCode }) => own.includes(originCode) || own.includes(destinationCode)),
    );
  });

  it('each start or end where a partnership is', () => {
    const isKnown = (code: string) => DEMONSTRATION_AUTHORITIES.includes(code);
    expect(found.filter((one) => !isKnown(one.originCode) && !isKnown(one.destinationCode))).toEqual([]);
  });

  it('are such as could have been notified, and name nobody', () => {
    for (const { events } of found) {
      const [notice, ...others] = events;
      expect(refusalsOfNotice(notice!.data, todayInLondon(new Date(notice!.occurredAt)))).toEqual([]);
      expect(implausibleDates(null, notice!)).toEqual([]);
      others.forEach((event, index) =>
        expect(implausibleDates(foldEvents(events.slice(0, index + 1)), event)).toEqual([]),
      );
      const texts = events.flatMap(({ data }) => [data.reason, data.confirmation, data.evidence]);
      expect(texts.filter((text) => text !== undefined && namesSomebodyIn(text) !== null)).toEqual([]);
    }
  });

  it('tell by whom a step is recorded of an authority that is outside the hub', () => {
    const outside = found
      .flatMap(({ events }) => events)
      .filter(({ authority }) => DEMONSTRATION_OUTSIDE.has(authority));
    expect(outside.length).toBeGreaterThan(50);
    for (const { data, person } of outside) {
      expect(DEMONSTRATION_AUTHORITIES).toContain(data.recordedBy);
      expect(person).toContain(data.recordedBy);
      expect(data.evidence).toMatch(/^Letter of/);
    }
  });

  it('are finished, unless they are of the last months, a stay, a placement or the help of a care leaver', () => {
    const lasting: readonly MovementState[] = [MovementState.PLACED, MovementState.TEMPORARY_STAY];
    const left = found.filter(({ id, notifiedOn }) => {
      const { state } = movements.get(id)!;
      return !hasEnded(state) && !lasting.includes(state) && !isRecent({ day: notifiedOn });
    });
    expect(left).toEqual([]);
  });

  it('lead a child who moves on from where it came to, and are claimed by two authorities of a few children alone', () => {
    expect(claimedIn().size).toBeGreaterThanOrEqual(5);
    expect(claimedIn().size).toBeLessThan(10);
    const lastYear = found.filter(({ notifiedOn }) => notifiedOn > plusDays(DEMONSTRATION_UNTIL, -365));
    const children = new Set(lastYear.map(({ childPseudonym }) => childPseudonym));
    const moved = [...children]
      .map((child) => lastYear.filter(({ childPseudonym }) => childPseudonym === child))
      .filter((moves) => moves.length >= 3);
    expect(moved.length).toBeGreaterThanOrEqual(10);
    for (const moves of moved)
      expect(moves.slice(1).map(({ originCode }) => originCode)).toEqual(
        moves.slice(0, -1).map(({ destinationCode }) => destinationCode),
      );
  });
});

describe('demonstration records', () => {
  const records = demonstrationChildRecords('all', LONDON_AUTHORITIES, found);
  const recordOf = (id: string, side: MovementSide) =>
    records.find((record) => record.movementId === id && record.side === side);
  const isKeptUp = (movement: Movement, side: MovementSide) => {
    const record = recordOf(movement.id, side);
    return record === undefined || record.status === recordStanding(movement, side, null).status;
  };
  const { ORIGIN, DESTINATION } = MovementSide;

  function answerOf(movement: Movement, side: MovementSide): RecordAnswer {
    const status = recordOf(movement.id, side)?.status;
    if (status === undefined) return 'UNANSWERED';
    if (status === ChildRecordStatus.KNOWN) return 'NONE';
    return status === ChildRecordStatus.OPEN ? 'OPEN' : 'CLOSED';
  }

  it('agree with the hub, but for those that were not kept up, claims and silence, all of the last months', () => {
    const claimed = claimedIn();
    for (const { id, notifiedOn } of found) {
      const movement = movements.get(id)!;
      const { state, responsibility, acknowledgedAt } = movement;
      const hub = {
        ...{ state, hasPassed: responsibility.length > 1, isAcknowledged: acknowledgedAt !== null },
        ...{ isClaimed: claimed.has(id), acknowledgement: MovementClockState.NOT_SPECIFIED },
      };
      const kinds = disagreements(hub, answerOf(movement, ORIGIN), answerOf(movement, DESTINATION));
      const isMeant =
        claimed.has(id) || acknowledgedAt === null || ![ORIGIN, DESTINATION].every((side) => isKeptUp(movement, side));
      if (!isMeant) expect({ id, kinds }).toEqual({ id, kinds: [] });
      if (isMeant) expect(isRecent({ day: notifiedOn }) || kinds.length === 0).toBe(true);
    }
  });
});
