import {
  applyMove,
  ChildRecordStatus,
  MovementCategory,
  MovementMove,
  MovementSide,
  type Movement,
  type MovementEvent,
} from '@hub/contract';
import * as fc from 'fast-check';
import { recordStanding, type RecordStanding } from './record-standing';

const HISTORIES = Number(process.env['CHILD_HISTORIES'] ?? 1_500);
const [LAMBETH, REDBRIDGE, HAVERING] = ['E09000022', 'E09000026', 'E09000016'];
const START = Date.parse('2026-03-02T09:00:00Z');
const SIDES = Object.values(MovementSide);

const step = fc.record({
  move: fc.constantFrom(...Object.values(MovementMove).filter((move) => move !== MovementMove.NOTIFY)),
  side: fc.constantFrom(...SIDES),
  minutes: fc.nat(3 * 24 * 60),
  amends: fc.record(
    {
      destination: fc.constantFrom(REDBRIDGE, HAVERING),
      category: fc.constantFrom(...Object.values(MovementCategory)),
      permanence: fc.constantFrom('PERMANENT', 'TEMPORARY'),
      circumstances: fc.constantFrom(['MISSING'], ['SECTION_47_ENQUIRY', 'MISSING']),
    },
    { requiredKeys: [] },
  ),
});
const history = fc.record({
  category: fc.constantFrom(...Object.values(MovementCategory)),
  permanence: fc.constantFrom('PERMANENT', 'TEMPORARY'),
  arrivedOn: fc.constantFrom(null, null, '2026-02-27'),
  steps: fc.array(step, { minLength: 10, maxLength: 80, size: 'max' }),
});

/** Whatever a step may have to say. */
function eventOf(
  { move, side, amends = {} }: { move: MovementMove; side: MovementSide; amends?: object },
  destination: string,
  number: number,
  clock: number,
): MovementEvent {
  const at = new Date(clock).toISOString();
  return {
    ...{ id: `message:${number}`, movement: 'movement:1', move, side, person: 'person:1', role: 'duty-team' },
    authority: side === MovementSide.ORIGIN ? LAMBETH : destination,
    ...{ occurredAt: at, recordedAt: at },
    data: {
      ...{ transferPack: [{ title: 'Chronology', sha256: '0' }], reason: 'As agreed.', confirmation: 'letter:1' },
      ...{ circumstance: 'MISSING', outcome: 'CONTINUES', nextReviewOn: '2026-12-31' },
      ...(move === MovementMove.AMEND_NOTICE ? amends : { hasStatutoryOrder: false }),
      ...{ approver: 'DIRECTOR_OF_CHILDRENS_SERVICES', childPseudonym: 'p1:1:number' },
      returnedAt: at,
    },
  } as MovementEvent;
}

const noticeOf = (category: MovementCategory, permanence: string): MovementEvent => {
  const event = eventOf({ move: MovementMove.NOTIFY, side: MovementSide.ORIGIN }, REDBRIDGE!, 0, START);
  const parties = { origin: LAMBETH, destination: REDBRIDGE, planning: 'PLANNED', childPseudonym: 'p1:1:local' };
  const placement = { distance: 'OUT_OF_AREA', isEmergency: true, placementStartsOn: '2026-03-02' };
  return { ...event, data: { ...event.data, ...parties, ...placement, category, permanence } } as MovementEvent;
};

describe(`records of both sides, in ${HISTORIES} random histories of a movement`, () => {
  const closed = new Set<string>();
  let amended = false;

  it('are closed by their owner alone once they were opened, and what is said after the end changes none', () => {
    fc.assert(
      fc.property(history, ({ category, permanence, arrivedOn, steps }) => {
        let movement: Movement = applyMove(null, noticeOf(category, permanence)).movement!;
        let clock = START;
        const standing = (side: MovementSide): RecordStanding =>
          recordStanding(movement, side, side === MovementSide.DESTINATION ? arrivedOn : null);
        for (const [number, drawn] of steps.entries()) {
          const { move, side, minutes } = drawn;
          const { destination } = movement;
          clock += minutes * 60_000;
          const before = SIDES.map(standing);
          const result = applyMove(movement, eventOf(drawn, destination, number + 1, clock));
          if (!result.movement) continue;
          movement = result.movement;
          for (const [index, owner] of SIDES.entries()) {
            // The record of another destination is another.
            if (owner === MovementSide.DESTINATION && movement.destination !== destination) continue;
            const [was, is] = [before[index]!, standing(owner)];
            if (was.status === ChildRecordStatus.OPEN && is.status === ChildRecordStatus.CLOSED) {
              closed.add(owner);
              if (side !== owner) throw new Error(`${move} of the ${side} closed the record of the ${owner}.`);
            }
            if (move === MovementMove.AMEND_NOTICE) amended = true;
            if (was.openedOn !== null && is.openedOn === null) throw new Error(`${move} undid an opening.`);
            if (was.endedAt !== null) expect(is).toEqual(was);
          }
        }
      }),
      { numRuns: HISTORIES },
    );
  });

  it('were closed by both', () => {
    expect([...closed].sort()).toEqual([...SIDES].sort());
    expect(amended).toBe(true);
  });
});
