import {
  LAMBETH,
  REDBRIDGE,
  eventOf,
  noticeOf,
  played,
  type SentMove,
} from '../../../../../test/support/movement-story';
import { MovementPermanence } from '../movement-permanence';
import { PlacementApprover } from '../placement-approver';
import { PlacementDistance } from '../placement-distance';
import { applyMove } from './apply-move';
import { responsibleAt, type Movement } from './movement';

const at = (day: number, time = '10:00') => `2026-03-${String(day).padStart(2, '0')}T${time}:00Z`;
const redbridge = (move: SentMove['move'], when: string, data = {}): SentMove => ({
  move,
  by: REDBRIDGE,
  at: when,
  data,
});
const lambeth = (move: SentMove['move'], when: string, data = {}): SentMove => ({ move, at: when, data });
const refusalOf = (movement: Movement | null, sent: SentMove) => applyMove(movement, eventOf(sent)).refusal;

const protectionPlan = noticeOf('CHILD_PROTECTION_PLAN', at(2));
const shared = lambeth('SHARE_INFORMATION', at(3));
const accepted = redbridge('ACCEPT', at(4));
const conference = redbridge('HOLD_CONFERENCE', at(16));
const inWriting = redbridge('ACCEPT_RESPONSIBILITY', at(17));

describe('a child on a protection plan moves from Lambeth to Redbridge', () => {
  const whole = [
    protectionPlan,
    redbridge('ACKNOWLEDGE', at(2, '10:05')),
    shared,
    accepted,
    conference,
    inWriting,
    lambeth('CLOSE', at(18)),
  ];

  it('from notice to close, and is Lambeth’s until Redbridge has accepted in writing', () => {
    const movement = played(...whole);
    expect(movement.history.map(({ state }) => state)).toEqual([
      'NOTIFIED',
      'NOTIFIED',
      'INFORMATION_SHARED',
      'ACCEPTED',
      'CONFERENCE_HELD',
      'RESPONSIBILITY_ACCEPTED',
      'CLOSED',
    ]);
    expect(movement.responsibility).toEqual([
      { authority: LAMBETH, from: at(2), until: at(17) },
      { authority: REDBRIDGE, from: at(17), until: null },
    ]);
    expect(responsibleAt(movement.responsibility, at(2, '09:59'))).toBeNull();
    expect(responsibleAt(movement.responsibility, at(17, '09:59'))).toBe(LAMBETH);
    expect(responsibleAt(movement.responsibility, at(17))).toBe(REDBRIDGE);
    expect(movement.acknowledgedAt).toBe(at(2, '10:05'));
  });

  it('and stays Lambeth’s while a written acceptance is on its way, however early it says it was written', () => {
    const late = { ...inWriting, recordedAt: at(20) };
    const movement = played(protectionPlan, shared, accepted, conference, late);
    expect(movement.since).toBe(at(17));
    expect(responsibleAt(movement.responsibility, at(19))).toBe(LAMBETH);
    expect(responsibleAt(movement.responsibility, at(20))).toBe(REDBRIDGE);
  });

  it('and cannot become Redbridge’s without a conference', () => {
    expect(refusalOf(played(protectionPlan, shared, accepted), inWriting)).toMatchObject({
      code: 'CONFERENCE_REQUIRED',
    });
  });

  it('and cannot become Redbridge’s under a statutory order, until Lambeth records that it has ended', () => {
    const underOrder = noticeOf('CHILD_PROTECTION_PLAN', at(2), { hasStatutoryOrder: true });
    const story = [underOrder, shared, accepted, conference];
    expect(refusalOf(played(...story), inWriting)).toMatchObject({ code: 'ORDER_KEEPS_RESPONSIBILITY' });
    const ended = lambeth('RECORD_STATUTORY_ORDER', at(16, '12:00'), { hasStatutoryOrder: false });
    expect(played(...story, ended, inWriting).state).toBe('RESPONSIBILITY_ACCEPTED');
  });

  it('and a dispute is answered by more information, an escalation beside it, and then accepted', () => {
    const movement = played(
      protectionPlan,
      shared,
      redbridge('DISPUTE', at(4), { reason: 'The address is in Havering.' }),
      lambeth('ESCALATE', at(5), { reason: 'No agreement between duty teams.' }),
    );
    expect(movement).toMatchObject({ state: 'DISPUTED', escalatedAt: at(5) });
    expect(responsibleAt(movement.responsibility, at(6))).toBe(LAMBETH);
    const answered = applyMove(movement, eventOf(lambeth('SHARE_INFORMATION', at(6)))).movement;
    expect(answered).toMatchObject({ state: 'INFORMATION_SHARED', escalatedAt: null });
  });
});

describe('a child in need moves', () => {
  it('and becomes the destination’s without a conference, which no source that was read asks for', () => {
    expect(played(noticeOf('CHILD_IN_NEED_PLAN', at(2)), shared, accepted, inWriting).state).toBe(
      'RESPONSIBILITY_ACCEPTED',
    );
  });
});

describe('a stay', () => {
  const temporary = noticeOf('CHILD_IN_NEED_PLAN', at(2), { permanence: MovementPermanence.TEMPORARY });
  const agreed = redbridge('AGREE_TEMPORARY_STAY', at(3));

  it('that is temporary leaves the child with the origin, until it closes', () => {
    const movement = played(temporary, agreed, lambeth('CLOSE', at(12), { reason: 'The family is back.' }));
    expect(movement.responsibility).toEqual([{ authority: LAMBETH, from: at(2), until: null }]);
  });

  it('that becomes permanent begins the transfer anew', () => {
    expect(played(temporary, agreed, lambeth('BECOME_PERMANENT', at(12)))).toMatchObject({
      state: 'NOTIFIED',
      permanence: 'PERMANENT',
    });
  });

  it('of which parents will not say whether it lasts cannot be agreed to be temporary', () => {
    const notSaid = noticeOf('CHILD_IN_NEED_PLAN', at(2), { permanence: MovementPermanence.NOT_SAID });
    expect(refusalOf(played(notSaid), agreed)).toMatchObject({ code: 'NOT_TEMPORARY' });
  });
});

describe('a looked-after child is placed', () => {
  const placedAt = (distance: PlacementDistance, isEmergency = false) =>
    noticeOf('LOOKED_AFTER_PLACEMENT', at(2), { distance, isEmergency, placementStartsOn: '2026-03-09' });
  const approved = (approver: keyof typeof PlacementApprover) =>
    lambeth('APPROVE_PLACEMENT', at(5), { approver: PlacementApprover[approver] });
  const started = lambeth('START_PLACEMENT', at(9));
  const { OUT_OF_AREA, AT_A_DISTANCE } = PlacementDistance;

  it('out of area once the nominated officer approves, and stays the placing authority’s', () => {
    const movement = played(placedAt(OUT_OF_AREA), approved('NOMINATED_OFFICER'), started);
    expect(movement.state).toBe('PLACED');
    expect(movement.responsibility).toEqual([{ authority: LAMBETH, from: at(2), until: null }]);
  });

  it('never without approval, also in an emergency and whatever another move says of an approver', () => {
    const smuggled = lambeth('ESCALATE', at(4), { approver: PlacementApprover.DIRECTOR_OF_CHILDRENS_SERVICES });
    const movement = played(placedAt(OUT_OF_AREA, true), smuggled);
    expect(refusalOf(movement, started)).toMatchObject({ code: 'APPROVAL_REQUIRED' });
  });

  it('at a distance once the director approves, the host having been given the care plan', () => {
    const notice = placedAt(AT_A_DISTANCE);
    expect(refusalOf(played(notice, shared), approved('NOMINATED_OFFICER'))).toMatchObject({
      code: 'DIRECTOR_REQUIRED',
      field: 'approver',
    });
    expect(refusalOf(played(notice), approved('DIRECTOR_OF_CHILDRENS_SERVICES'))).toMatchObject({
      code: 'CARE_PLAN_REQUIRED',
    });
    expect(played(notice, shared, approved('DIRECTOR_OF_CHILDRENS_SERVICES'), started).state).toBe('PLACED');
  });

  it('and the host can neither accept nor take responsibility', () => {
    expect(refusalOf(played(placedAt(OUT_OF_AREA), shared), accepted)).toMatchObject({ code: 'NOT_IN_THIS_CATEGORY' });
  });
});

describe('a missing child', () => {
  it('is interviewed only after the return', () => {
    const missing = played(noticeOf('MISSING', at(2)));
    const interview = redbridge('RECORD_RETURN_HOME_INTERVIEW', at(6));
    expect(refusalOf(missing, interview)).toMatchObject({ code: 'NOT_RETURNED' });
    const found = redbridge('RECORD_RETURN', at(5), { returnedAt: at(4) });
    expect(played(noticeOf('MISSING', at(2)), found, interview).state).toBe('NOTIFIED');
  });
});

describe('a move is refused, with its field and the remedy', () => {
  const notified = played(protectionPlan);

  it.each<[string, Movement | null, SentMove, string, string, RegExp]>([
    ['before the notice', null, shared, 'NOT_NOTIFIED', 'move', /begins with NOTIFY/],
    ['a second notice', notified, noticeOf('ASSESSMENT', at(3)), 'ALREADY_NOTIFIED', 'movement', /new id/],
    [
      'a notice to oneself',
      null,
      noticeOf('OTHER', at(2), { destination: LAMBETH }),
      'NOTICE_TO_ONESELF',
      'destination',
      /Name the one/,
    ],
    [
      'out of order',
      notified,
      inWriting,
      'OUT_OF_ORDER',
      'move',
      /Expected: ACKNOWLEDGE, SHARE_INFORMATION, RETURN_NOTICE/,
    ],
    [
      'after the end',
      played(protectionPlan, lambeth('WITHDRAW', at(3))),
      shared,
      'OUT_OF_ORDER',
      'move',
      /it has ended/,
    ],
    ['by the other side', notified, redbridge('SHARE_INFORMATION', at(3)), 'NOT_THIS_SIDE', 'side', /ORIGIN/],
    ['by a third authority', notified, { ...shared, by: 'E09000016' }, 'NOT_THIS_SIDE', 'side', /ORIGIN/],
    [
      'by a third authority, to a move of either side',
      notified,
      { move: 'ESCALATE', by: 'E09000016', at: at(3) },
      'NOT_A_PARTY',
      'authority',
      /E09000016/,
    ],
    [
      'without what it must carry',
      notified,
      lambeth('SHARE_INFORMATION', at(3), { transferPack: [] }),
      'REQUIRED',
      'transferPack',
      /must carry transferPack/,
    ],
    [
      'unplanned, without saying when',
      null,
      noticeOf('OTHER', at(2), { planning: 'UNPLANNED' as never }),
      'REQUIRED',
      'becameAwareAt',
      /became aware/,
    ],
    [
      'before the state that it follows',
      played(protectionPlan, shared),
      { ...redbridge('ACCEPT', at(2)), recordedAt: at(4) },
      'TIME_GOES_BACK',
      'occurredAt',
      /2026-03-03/,
    ],
    [
      'recorded before the one before',
      played(protectionPlan, { ...shared, recordedAt: at(5) }),
      accepted,
      'TIME_GOES_BACK',
      'recordedAt',
      /2026-03-05/,
    ],
    [
      'before it happened',
      notified,
      { ...shared, recordedAt: at(2, '12:00') },
      'IN_THE_FUTURE',
      'occurredAt',
      /has passed/,
    ],
    [
      'at no instant',
      notified,
      { ...shared, at: '2026-02-30T10:00:00Z' },
      'NOT_AN_INSTANT',
      'recordedAt',
      /2026-03-09T10/,
    ],
    [
      'on no day',
      null,
      noticeOf('OTHER', at(2), { accommodationAvailableOn: '2026-02-30' }),
      'NOT_A_DAY',
      'accommodationAvailableOn',
      /2026-03-31/,
    ],
  ])('%s', (_, movement, sent, code, field, message) => {
    expect(refusalOf(movement, sent)).toEqual({ code, field, message: expect.stringMatching(message) as string });
  });

  it('but not for clocks that differ by seconds: the acknowledgement then counts from the notice', () => {
    const early = { ...redbridge('ACKNOWLEDGE', '2026-03-02T09:59:50Z'), recordedAt: at(2) };
    expect(played(protectionPlan, early).acknowledgedAt).toBe(at(2));
  });

  it('and once is enough: the same message again changes nothing', () => {
    const movement = played(protectionPlan, shared);
    expect(applyMove(movement, eventOf(shared)).movement).toBe(movement);
  });
});
