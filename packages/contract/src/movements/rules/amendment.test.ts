import {
  LAMBETH,
  REDBRIDGE,
  eventOf,
  noticeOf,
  played,
  type SentMove,
} from '../../../../../test/support/movement-story';
import { MovementCategory } from '../movement-category';
import { MovementMove } from '../movement-move';
import { MovementPermanence } from '../movement-permanence';
import { MovementPlanning } from '../movement-planning';
import { PlacementApprover } from '../placement-approver';
import { PlacementDistance } from '../placement-distance';
import { applyMove } from './apply-move';
import { MOVEMENT_PROCEDURE, type ClockRule } from './clock-rule';
import { clocksOf } from './clocks-of';
import { destinationsOf, type Movement } from './movement';
import type { MoveData } from './movement-event';
import { ProcedureRuleCode } from '../../procedures/procedure-rule-code';
import { ProcedureRuleStart } from '../../procedures/procedure-rule-start';
import { ProcedureRuleUnit } from '../../procedures/procedure-rule-unit';

const HAVERING = 'E09000016';
const { CHILD_PROTECTION_PLAN, CHILD_IN_NEED_PLAN, LOOKED_AFTER_PLACEMENT, MISSING, SECTION_47_ENQUIRY } =
  MovementCategory;
const at = (day: number) => `2026-03-${String(day).padStart(2, '0')}T10:00:00Z`;
const amends = (day: number, data: MoveData): SentMove => ({ move: 'AMEND_NOTICE', at: at(day), data });
const by = (authority: string, move: SentMove['move'], day: number, data: MoveData = {}): SentMove => ({
  ...{ move, by: authority, at: at(day), data },
});
const refusalOf = (movement: Movement, sent: SentMove) => applyMove(movement, eventOf(sent)).refusal;
const conference: ClockRule = {
  ...{ id: 'rule:1', procedureId: MOVEMENT_PROCEDURE, code: ProcedureRuleCode.TRANSFER_IN_CONFERENCE, amount: 15 },
  ...{ unit: ProcedureRuleUnit.WORKING_DAYS, startsAt: ProcedureRuleStart.NOTIFICATION, countsStartDay: false },
  ...{ validFrom: null, validTo: null },
};
const clock = (movement: Movement, code: ProcedureRuleCode, day: number, rules = [conference]) =>
  clocksOf(movement, rules, new Date(at(day))).find((one) => one.code === code);

const notice = noticeOf('CHILD_PROTECTION_PLAN', at(2));
const shared: SentMove = { move: 'SHARE_INFORMATION', at: at(3) };
const accepted = by(REDBRIDGE, 'ACCEPT', 4);

describe('a notice is amended', () => {
  it('and goes to nobody else where nobody knows the origin: nobody says for another that the child is theirs', () => {
    const fromNowhere = noticeOf('CHILD_IN_NEED_PLAN', at(2), { origin: 'UNKNOWN' });
    const said = (sent: SentMove) => ({ ...eventOf(sent), authority: 'UNKNOWN' });
    const { movement } = applyMove(null, said(fromNowhere));
    const { refusal } = applyMove(movement!, said(amends(3, { destination: HAVERING })));
    expect(refusal).toMatchObject({ code: 'ALREADY_AGREED', field: 'destination' });
    expect(applyMove(movement!, said(amends(3, { movedOn: '2026-03-02' }))).refusal).toBeUndefined();
  });

  it('and its time limit goes on from the first notice, whatever is amended', () => {
    const first = clock(played(notice), ProcedureRuleCode.TRANSFER_IN_CONFERENCE, 9);
    const amendments: MoveData[] = [
      { category: CHILD_IN_NEED_PLAN },
      { destination: HAVERING },
      { movedOn: '2026-03-08' },
      { permanence: MovementPermanence.NOT_SAID },
      { circumstances: [MISSING] },
    ];
    for (const data of amendments) {
      const amended = played(notice, shared, amends(8, data));
      const { startedAt, dueAt, rule } = clock(amended, ProcedureRuleCode.TRANSFER_IN_CONFERENCE, 9)!;
      expect({ startedAt, dueAt, rule }).toEqual({
        startedAt: first!.startedAt,
        dueAt: first!.dueAt,
        rule: first!.rule,
      });
    }
  });

  it('and a time limit that does not hold any more is stopped, and not lost', () => {
    const amended = played(notice, amends(8, { permanence: MovementPermanence.TEMPORARY }));
    expect(clock(amended, ProcedureRuleCode.TRANSFER_IN_CONFERENCE, 30)).toMatchObject({
      ...{ state: 'STOPPED', stoppedAt: at(8) },
    });
  });

  it('and what it first said of a date goes on to count', () => {
    const rule: ClockRule = {
      ...{ ...conference, code: ProcedureRuleCode.INFORMATION_ON_UNPLANNED_MOVE },
      ...{ unit: ProcedureRuleUnit.HOURS, amount: 48, startsAt: ProcedureRuleStart.AWARENESS },
    };
    const unplanned = noticeOf('CHILD_PROTECTION_PLAN', at(2), {
      ...{ planning: MovementPlanning.UNPLANNED, becameAwareAt: at(1) },
    });
    const amended = played(unplanned, amends(3, { becameAwareAt: at(2) }));
    expect(amended.notice.becameAwareAt).toBe(at(2));
    expect(clock(amended, rule.code, 4, [rule])).toMatchObject({ startedAt: at(1), state: 'LATE' });
  });

  it('to go to another authority, which is then told, and has said nothing yet', () => {
    const amended = played(
      notice,
      by(REDBRIDGE, 'ACKNOWLEDGE', 2),
      shared,
      by(REDBRIDGE, 'DISPUTE', 4),
      amends(5, { destination: HAVERING }),
    );
    expect(amended).toMatchObject({ destination: HAVERING, state: 'NOTIFIED', acknowledgedAt: null, toldAt: 4 });
    expect(destinationsOf(amended)).toEqual([REDBRIDGE, REDBRIDGE, REDBRIDGE, REDBRIDGE, HAVERING]);
    expect(refusalOf(amended, by(REDBRIDGE, 'RETURN_NOTICE', 6))).toMatchObject({ code: 'NOT_A_PARTY' });
    expect(refusalOf(amended, by(HAVERING, 'RETURN_NOTICE', 6))).toBeUndefined();
  });

  it('and keeps its state where the same authority knows of it already', () => {
    const amended = played(notice, by(REDBRIDGE, 'ACKNOWLEDGE', 2), shared, amends(5, { movedOn: '2026-03-09' }));
    expect(amended).toMatchObject({ state: 'INFORMATION_SHARED', acknowledgedAt: at(2), toldAt: 0 });
  });

  it.each<[string, SentMove, string, string]>([
    ['who says what it says already', amends(5, { category: CHILD_PROTECTION_PLAN }), 'NOTHING_AMENDED', 'move'],
    ['back to its own origin', amends(5, { destination: LAMBETH }), 'NOTICE_TO_ONESELF', 'destination'],
    [
      'to a placement of which it does not say how far',
      amends(5, { category: LOOKED_AFTER_PLACEMENT }),
      'REQUIRED',
      'distance',
    ],
    [
      'to an unplanned move of which it does not say since when it is known',
      amends(5, { planning: MovementPlanning.UNPLANNED }),
      'REQUIRED',
      'becameAwareAt',
    ],
    [
      'with a placement beside it',
      amends(5, { circumstances: [LOOKED_AFTER_PLACEMENT] }),
      'NOTIFIED_ALONE',
      'circumstances',
    ],
    ['by its destination', { ...amends(5, { movedOn: '2026-03-09' }), by: REDBRIDGE }, 'NOT_THIS_SIDE', 'side'],
    ['without a reason', amends(5, { movedOn: '2026-03-09', reason: ' ' }), 'REQUIRED', 'reason'],
  ])('but not %s', (_, sent, code, field) => {
    expect(refusalOf(played(notice, shared), sent)).toMatchObject({ code, field });
  });

  it('but what the other side has agreed to stays, and dates may still be amended', () => {
    const agreed = played(notice, shared, accepted);
    expect(refusalOf(agreed, amends(5, { destination: HAVERING }))).toMatchObject({
      ...{ code: 'ALREADY_AGREED', field: 'destination' },
    });
    expect(refusalOf(agreed, amends(5, { movedOn: '2026-03-09' }))).toBeUndefined();
  });

  it('and a placement at another distance is approved anew', () => {
    const placement = noticeOf('LOOKED_AFTER_PLACEMENT', at(2), {
      ...{ distance: PlacementDistance.OUT_OF_AREA, isEmergency: false, placementStartsOn: '2026-03-09' },
    });
    const approved: SentMove = {
      ...{ move: 'APPROVE_PLACEMENT', at: at(4), data: { approver: PlacementApprover.NOMINATED_OFFICER } },
    };
    const started = by(LAMBETH, 'START_PLACEMENT', 9);
    const later = amends(5, { placementStartsOn: '2026-03-10' });
    expect(refusalOf(played(placement, shared, approved, later), started)).toBeUndefined();
    const further = amends(5, { distance: PlacementDistance.AT_A_DISTANCE });
    expect(refusalOf(played(placement, shared, approved, further), started)).toMatchObject({
      code: 'APPROVAL_REQUIRED',
    });
  });
});

describe('a child moves under several circumstances', () => {
  const several = noticeOf('CHILD_IN_NEED_PLAN', at(2), { circumstances: [MISSING, SECTION_47_ENQUIRY] });

  it('each with its own time limit, and what is recorded of each', () => {
    const returned = by(REDBRIDGE, 'RECORD_RETURN', 6, { returnedAt: at(5) });
    const movement = played(
      several,
      shared,
      accepted,
      returned,
      by(LAMBETH, MovementMove.RECORD_RETURN_HOME_INTERVIEW, 7),
    );
    expect(movement.state).toBe('ACCEPTED');
    expect(clocksOf(movement, [], new Date(at(8))).map(({ code }) => code)).toEqual([
      ...['TRANSFER_IN_CONFERENCE', 'RETURN_HOME_INTERVIEW', 'ACKNOWLEDGEMENT'],
    ]);
    expect(clock(movement, ProcedureRuleCode.RETURN_HOME_INTERVIEW, 8)).toMatchObject({ metAt: at(7) });
  });

  it('and each ends by itself', () => {
    const found = by(REDBRIDGE, 'END_CIRCUMSTANCE', 6, { circumstance: MISSING });
    const movement = played(several, found);
    expect(movement.circumstances.filter(({ until }) => until !== null).map(({ category }) => category)).toEqual([
      MISSING,
    ]);
    expect(clock(movement, ProcedureRuleCode.RETURN_HOME_INTERVIEW, 8)).toMatchObject({ stoppedAt: at(6) });
    expect(refusalOf(movement, by(LAMBETH, 'RECORD_RETURN', 7, { returnedAt: at(5) }))).toMatchObject({
      code: 'NOT_IN_THIS_CATEGORY',
    });
    const again = by(REDBRIDGE, 'END_CIRCUMSTANCE', 7, { circumstance: MISSING });
    expect(refusalOf(movement, again)).toMatchObject({ code: 'CIRCUMSTANCE_UNKNOWN', field: 'circumstance' });
    expect(refusalOf(movement, { ...again, data: { circumstance: CHILD_IN_NEED_PLAN } })).toMatchObject({
      code: 'CIRCUMSTANCE_UNKNOWN',
    });
    // What is amended afterwards brings it not back.
    const amended = played(several, found, amends(8, { movedOn: '2026-03-09' }));
    expect(clock(amended, ProcedureRuleCode.RETURN_HOME_INTERVIEW, 9)).toMatchObject({ stoppedAt: at(6) });
  });

  it('and a plan among them needs its conference, whatever the category is', () => {
    const planned = noticeOf('ASSESSMENT', at(2), { circumstances: [CHILD_PROTECTION_PLAN] });
    expect(refusalOf(played(planned, shared, accepted), by(REDBRIDGE, 'ACCEPT_RESPONSIBILITY', 5))).toMatchObject({
      code: 'CONFERENCE_REQUIRED',
    });
  });

  it('and one that comes later counts from when it was notified', () => {
    const later = played(noticeOf('SECTION_47_ENQUIRY', at(2)), amends(9, { circumstances: [CHILD_PROTECTION_PLAN] }));
    expect(clock(later, ProcedureRuleCode.TRANSFER_IN_CONFERENCE, 10)).toMatchObject({ startedAt: at(9) });
  });
});
