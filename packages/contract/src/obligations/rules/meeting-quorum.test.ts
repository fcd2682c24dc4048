import * as fc from 'fast-check';
import { day, meetingsOn } from '../../../testing/recorded-meetings';
import { seenOnFoot } from '../../../testing/walked-year';
import { QuorumResult } from '../../governance/quorum-result';
import { meetingQuorum } from './meeting-quorum';

const RULE = { evaluator: 'QUORUM', records: 'MEETING' } as never;
const { QUORATE, INQUORATE, NOT_KNOWN } = QuorumResult;

const heldOn = (doneOn: string, quorum: QuorumResult, missing: string[] = []) =>
  meetingsOn([doneOn], { quorum, missing, record: `on ${doneOn}` })[0]!;

describe('a quorum of the statutory partner agencies', () => {
  it('stands as the worst meeting of the last twelve months does, and was last met by the latest that was quorate', () => {
    const held = fc.tuple(day, fc.constantFrom(...Object.values(QuorumResult)));
    fc.assert(
      fc.property(fc.uniqueArray(held, { selector: ([on]) => on, maxLength: 10 }), day, (days, asked) => {
        const known = days.filter(([on]) => on <= asked).sort(([a], [b]) => (a < b ? -1 : 1));
        const seen = seenOnFoot(known, ([on]) => on, asked).map(([, quorum]) => quorum);
        const judged = meetingQuorum(
          RULE,
          days.map(([on, quorum]) => heldOn(on, quorum)),
          asked,
        );
        const expected = seen.includes(INQUORATE)
          ? 'BREACHED'
          : seen.length === 0 || seen.includes(NOT_KNOWN)
            ? 'NOT_ASSESSABLE'
            : seen.every((quorum) => quorum === QUORATE)
              ? 'MET'
              : 'NOT_SPECIFIED';
        expect(judged.status).toBe(expected);
        expect(judged.lastMet).toBe(known.filter(([, quorum]) => quorum === QUORATE).at(-1)?.[0] ?? null);
        const short = seenOnFoot(known, ([on]) => on, asked).filter(([, quorum]) => quorum === INQUORATE);
        if (short.length > 0)
          expect(judged.shownBy.map(({ doneOn }) => doneOn)).toEqual(short.map(([on]) => on).reverse());
      }),
    );
  });

  it('names the agencies that were not represented', () => {
    const held = [heldOn('2026-03-01', INQUORATE, ['NEL CCG', 'East Area BCU'])];
    expect(meetingQuorum(RULE, held, '2026-03-31')).toMatchObject({
      status: 'BREACHED',
      reason: 'Not represented: NEL CCG and East Area BCU on 2026-03-01.',
    });
  });

  it('cannot be told where the sectors alone are recorded', () => {
    const held = [heldOn('2026-03-01', QUORATE), heldOn('2026-04-01', NOT_KNOWN)];
    expect(meetingQuorum(RULE, held, '2026-04-30')).toMatchObject({ status: 'NOT_ASSESSABLE', lastMet: '2026-03-01' });
  });

  it('is not met by a later meeting that is quorate, until twelve months after the one that was not', () => {
    const held = [heldOn('2025-03-01', INQUORATE, ['NEL CCG']), heldOn('2025-04-01', QUORATE)];
    expect(meetingQuorum(RULE, held, '2026-02-28')).toMatchObject({ status: 'BREACHED', lastMet: '2025-04-01' });
    expect(meetingQuorum(RULE, held, '2026-03-01').status).toBe('MET');
  });
});
