import * as fc from 'fast-check';
import { day, meetingsOn } from '../../../testing/recorded-meetings';
import { QuorumResult } from '../../governance/quorum-result';
import { meetingQuorum } from './meeting-quorum';

const RULE = { evaluator: 'QUORUM', records: 'MEETING' } as never;
const { QUORATE, INQUORATE, NOT_KNOWN } = QuorumResult;
const STATUS = { QUORATE: 'MET', INQUORATE: 'BREACHED', NOT_KNOWN: 'NOT_ASSESSABLE', NOT_SPECIFIED: 'NOT_SPECIFIED' };

const heldOn = (doneOn: string, quorum: QuorumResult, missing: string[] = []) =>
  meetingsOn([doneOn], { quorum, missing, record: `on ${doneOn}` })[0]!;

describe('a quorum of the statutory partner agencies', () => {
  it('stands as the latest meeting does, and was last met by the latest that was quorate', () => {
    const held = fc.tuple(day, fc.constantFrom(...Object.values(QuorumResult)));
    fc.assert(
      fc.property(fc.uniqueArray(held, { selector: ([on]) => on, maxLength: 10 }), day, (days, asked) => {
        const known = days.filter(([on]) => on <= asked).sort(([a], [b]) => (a < b ? -1 : 1));
        const last = known.at(-1);
        const judged = meetingQuorum(
          RULE,
          days.map(([on, quorum]) => heldOn(on, quorum)),
          asked,
        );
        expect(judged.status).toBe(last ? STATUS[last[1]] : 'NOT_ASSESSABLE');
        expect(judged.lastMet).toBe(known.filter(([, quorum]) => quorum === QUORATE).at(-1)?.[0] ?? null);
        expect(judged.shownBy.map(({ doneOn }) => doneOn)).toEqual(last ? [last[0]] : []);
      }),
    );
  });

  it('names the agencies that were not represented', () => {
    const held = [heldOn('2026-03-01', INQUORATE, ['NEL CCG', 'East Area BCU'])];
    expect(meetingQuorum(RULE, held, '2026-03-31')).toMatchObject({
      status: 'BREACHED',
      reason: 'Not represented at the latest meeting: NEL CCG, East Area BCU.',
    });
  });

  it('cannot be told where the sectors alone are recorded', () => {
    const held = [heldOn('2026-03-01', QUORATE), heldOn('2026-04-01', NOT_KNOWN)];
    expect(meetingQuorum(RULE, held, '2026-04-30')).toMatchObject({ status: 'NOT_ASSESSABLE', lastMet: '2026-03-01' });
  });
});
