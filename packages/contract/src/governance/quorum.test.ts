import 'reflect-metadata';
import * as fc from 'fast-check';
import { quorumOf } from './quorum';
import { QuorumRule } from './quorum-rule';
import type { Attending } from './representation';
import { SeatCapacity } from './seat-capacity';
import { Sector } from './sector';

const { LOCAL_AUTHORITY, POLICE, NHS } = Sector;
const RULE = QuorumRule.ALL_STATUTORY_PARTNERS;
const NEEDED = [
  { id: 'childrens-services', sector: LOCAL_AUTHORITY },
  { id: 'ccg', sector: NHS },
  { id: 'bcu', sector: POLICE },
];
const TESTS = ['speak', 'decide', 'account'];

/** Agencies of the same sectors as those that are needed, and one of another. */
const agencies = [...NEEDED.map(({ id }) => id), 'housing', 'trust', 'other-police-unit', 'school'];
const attending: fc.Arbitrary<Attending> = fc.record({
  agencyId: fc.option(fc.constantFrom(...agencies)),
  capacity: fc.constantFrom(...Object.values(SeatCapacity)),
  isDelegate: fc.boolean(),
  authorityTests: fc.subarray([...TESTS, 'of-another-document']),
});
const attendance = fc.array(attending, { maxLength: 14 });
const of = (agencyId: string, more: Partial<Attending> = {}): Attending => ({
  ...{ agencyId, capacity: 'MEMBER', isDelegate: false, authorityTests: [], ...more },
});
const all = NEEDED.map(({ id }) => of(id));
const judge = (came: readonly Attending[], tests = TESTS) => quorumOf(RULE, NEEDED, { attendance: came, tests });

/** As somebody would with the list of who came in hand: cross out whoever does not count, then look for each agency. */
function byHand(came: readonly Attending[], tests: readonly string[]): string[] {
  const crossedOut = new Set<Attending>();
  for (const one of came) {
    if (['LAY_MEMBER', 'PARTICIPANT_OBSERVER', 'ATTENDEE', 'VIRTUAL_MEMBER', 'CO_OPTED'].includes(one.capacity)) {
      crossedOut.add(one);
    }
    for (const test of tests) if (one.isDelegate && !one.authorityTests.includes(test)) crossedOut.add(one);
  }
  const left = came.filter((one) => !crossedOut.has(one)).map(({ agencyId }) => agencyId);
  return ['childrens-services', 'ccg', 'bcu'].filter((id) => left.indexOf(id) < 0);
}

describe('a quorum of the statutory partner agencies', () => {
  it('is found as by hand, whoever comes in whatever capacity and with whatever authority', () => {
    fc.assert(
      fc.property(attendance, fc.subarray(TESTS), (came, tests) => {
        const missing = byHand(came, tests);
        const judged = judge(came, tests);
        expect(judged.missing.map(({ id }) => id)).toEqual(missing);
        expect(judged.result).toBe(missing.length === 0 ? 'QUORATE' : 'INQUORATE');
      }),
    );
  });

  it('stays quorate however many more come', () => {
    fc.assert(fc.property(attendance, (more) => expect(judge([...more, ...all]).result).toBe('QUORATE')));
  });

  it('is not made by the right sectors of the wrong agencies (HAV-20)', () => {
    const { result, missing } = judge([of('housing'), of('trust'), of('other-police-unit')]);
    expect(result).toBe('INQUORATE');
    expect(missing).toEqual(NEEDED);
  });

  it('takes a delegate with every test of the document, and none without (LON-26, LAM-05, TRI-09)', () => {
    const [first, second] = all as [Attending, Attending, Attending];
    const delegate = (authorityTests: string[]) => of('bcu', { isDelegate: true, authorityTests });
    expect(judge([first, second, delegate(TESTS)]).result).toBe('QUORATE');
    expect(judge([first, second, delegate(['speak', 'decide'])]).missing.map(({ id }) => id)).toEqual(['bcu']);
    expect(judge([first, second, delegate([])], []).result).toBe('QUORATE');
  });

  it.each(['PARTICIPANT_OBSERVER', 'VIRTUAL_MEMBER', 'CO_OPTED', 'ATTENDEE'] as const)('takes no %s', (capacity) => {
    expect(judge([all[0]!, all[1]!, of('bcu', { capacity })]).result).toBe('INQUORATE');
  });
});

describe('a meeting of which the sectors alone are recorded', () => {
  const sectors = fc.array(fc.constantFrom(...Object.values(Sector)));
  const bySectors = (sectorsRepresented: Sector[]) =>
    quorumOf(RULE, NEEDED, { attendance: null, sectorsRepresented, tests: [] });

  it('is inquorate without one of them, and never known to be quorate', () => {
    fc.assert(
      fc.property(sectors, (represented) => {
        const missing = [LOCAL_AUTHORITY, NHS, POLICE].filter((sector) => !represented.includes(sector));
        const judged = bySectors(represented);
        expect(judged.result).toBe(missing.length > 0 ? 'INQUORATE' : 'NOT_KNOWN');
        expect(judged.missing.map(({ sector }) => sector)).toEqual(missing);
      }),
    );
  });
});

it('a body whose document states no quorum is judged neither way, whoever came', () => {
  fc.assert(
    fc.property(attendance, (came) => {
      const judged = quorumOf(QuorumRule.NOT_SPECIFIED, NEEDED, { attendance: came, tests: TESTS });
      expect(judged).toEqual({ result: 'NOT_SPECIFIED', missing: [] });
    }),
  );
});

it('a body of which nobody knows who is needed is not quorate', () => {
  expect(quorumOf(RULE, [], { attendance: all, tests: [] }).result).toBe('NOT_KNOWN');
});

it('a rule that is not known is refused', () => {
  expect(() => quorumOf('MAJORITY' as QuorumRule, NEEDED, { attendance: all, tests: [] })).toThrow(
    new RangeError('A quorum rule must be one of ALL_STATUTORY_PARTNERS, NOT_SPECIFIED, not "MAJORITY".'),
  );
});
