import * as fc from 'fast-check';
import { day, meetingDays, meetingsOn, SEATS_WITH_A_TRUST, STATUTORY_SEATS } from '../../../testing/recorded-meetings';
import { Sector } from '../../governance/sector';
import { ObligationRecordKind } from '../obligation-record-kind';
import { meetingQuorum as judge, type MeetingShown } from './meeting-quorum';

const rule = { evaluator: 'QUORUM', records: ObligationRecordKind.MEETING } as const;
const meetingQuorum = (meetings: readonly MeetingShown[], day: string) => judge(rule, meetings, day);

const { LOCAL_AUTHORITY, POLICE, NHS, EDUCATION } = Sector;
const heldWith = (sectorsRepresented: Sector[], seats = STATUTORY_SEATS) =>
  meetingsOn(['2026-03-01'], { sectorsRepresented, seats });
const on = '2026-03-31';

describe('a quorum of the statutory partner agencies', () => {
  it('is met when each sector was there and nobody else of it has a seat, and breached when one was not', () => {
    const sectors = fc.subarray([LOCAL_AUTHORITY, POLICE, NHS, EDUCATION]);
    fc.assert(
      fc.property(meetingDays, day, sectors, fc.boolean(), (days, asked, represented, isTrustSeated) => {
        const seats = isTrustSeated ? SEATS_WITH_A_TRUST : STATUTORY_SEATS;
        const { status, lastMet, shownBy } = meetingQuorum(
          meetingsOn(days, { sectorsRepresented: represented, seats }),
          asked,
        );
        const last = days
          .filter((one) => one <= asked)
          .sort()
          .at(-1);
        const isThere = [LOCAL_AUTHORITY, POLICE, NHS].filter((one) => represented.includes(one)).length === 3;
        const expected = isThere ? (isTrustSeated ? 'NOT_ASSESSABLE' : 'MET') : 'BREACHED';
        expect(status).toBe(last ? expected : 'NOT_ASSESSABLE');
        expect(lastMet).toBe(last && expected === 'MET' ? last : null);
        expect(shownBy.map(({ doneOn }) => doneOn)).toEqual(last ? [last] : []);
      }),
    );
  });

  it('takes five signatories for three sectors: three local authorities and the NHS are two of them', () => {
    const five = [LOCAL_AUTHORITY, LOCAL_AUTHORITY, LOCAL_AUTHORITY, POLICE, NHS];
    expect(meetingQuorum(heldWith(five), on).status).toBe('MET');
    expect(meetingQuorum(heldWith([LOCAL_AUTHORITY, LOCAL_AUTHORITY, LOCAL_AUTHORITY, NHS]), on).status).toBe(
      'BREACHED',
    );
  });

  it('cannot be told where the right sectors may have been the wrong agencies', () => {
    const { status, reason } = meetingQuorum(heldWith([LOCAL_AUTHORITY, POLICE, NHS], SEATS_WITH_A_TRUST), on);
    expect(status).toBe('NOT_ASSESSABLE');
    expect(reason).toContain('others of these sectors have seats');
  });

  it('is judged by the latest meeting, and remembers when it was last met', () => {
    const [earlier] = meetingsOn(['2026-02-01'], { sectorsRepresented: [LOCAL_AUTHORITY, POLICE, NHS] });
    const both = [earlier!, ...heldWith([POLICE])];
    expect(meetingQuorum(both, on)).toMatchObject({ status: 'BREACHED', lastMet: '2026-02-01' });
    expect(meetingQuorum(both, '2026-02-28').status).toBe('MET');
  });
});
