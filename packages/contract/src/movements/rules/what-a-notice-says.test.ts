import * as fc from 'fast-check';
import { eventOf, noticeOf, played, REDBRIDGE, type SentMove } from '../../../../../test/support/movement-story';
import { HousingNoticePart } from '../housing-notice-part';
import { LegalStatus } from '../legal-status';
import { MovementCategory } from '../movement-category';
import { noticeOf as shownNotice } from '../movement-notice';
import { MovementSide } from '../movement-side';
import { OrganisationKind } from '../organisation-kind';
import { applyMove } from './apply-move';
import { conferenceOf } from './conference-of';
import { daysFrom, implausibleDates } from './implausible-dates';
import type { MoveData } from './movement-event';
import { awaitedSteps, nextSteps } from './next-steps';
import { organisationsOf } from './organisations-of';
import { shieldingSides } from './shielding';

const DAY = '2026-03-09';
const AT = `${DAY}T10:00:00.000Z`;
const later = (hours: number) => new Date(Date.parse(AT) + hours * 3_600_000).toISOString();
const PLAN = 'CHILD_PROTECTION_PLAN';
const HOUSING = 'HOMELESSNESS_TEMPORARY_ACCOMMODATION';
const { SCHOOL, HEALTH } = OrganisationKind;

/** Why a step may not be taken; null where it may. */
const refusalOf = (step: SentMove, ...story: SentMove[]) => {
  const { refusal } = applyMove(story.length === 0 ? null : played(...story), eventOf(step));
  return refusal ? [refusal.code, refusal.field] : null;
};

describe('the legal status of a child', () => {
  const ORDERS = [
    ...['INTERIM_CARE_ORDER', 'CARE_ORDER', 'PLACEMENT_ORDER', 'SUPERVISION_ORDER'],
    ...['EMERGENCY_PROTECTION_ORDER', 'CHILD_ASSESSMENT_ORDER', 'POLICE_PROTECTION'],
  ];
  const NONE = ['NONE', 'SECTION_20_ACCOMMODATION', 'SHORT_TERM_BREAKS'];
  const wrong = ['LEGAL_STATUS_DISAGREES', 'legalStatus'];

  it.each(Object.values(LegalStatus))('%s agrees with whether an order holds', (legalStatus) => {
    const said = (hasStatutoryOrder: boolean) => refusalOf(noticeOf(PLAN, AT, { legalStatus, hasStatutoryOrder }));
    expect(said(true)).toEqual(NONE.includes(legalStatus) ? wrong : null);
    expect(said(false)).toEqual(ORDERS.includes(legalStatus) ? wrong : null);
  });

  it('ends with the order: both are said at once', () => {
    const notice = noticeOf(PLAN, AT, { legalStatus: LegalStatus.CARE_ORDER, hasStatutoryOrder: true });
    const ended = (legalStatus?: LegalStatus): SentMove => ({
      ...{ move: 'RECORD_STATUTORY_ORDER', at: later(1) },
      data: { hasStatutoryOrder: false, ...(legalStatus && { legalStatus }) },
    });
    expect(refusalOf(ended(), notice)).toEqual(wrong);
    const { hasStatutoryOrder, notice: after } = played(notice, ended(LegalStatus.NONE));
    expect([hasStatutoryOrder, after.legalStatus]).toEqual([false, LegalStatus.NONE]);
  });

  it('is amended as long as it agrees', () => {
    const amended = (legalStatus: LegalStatus): SentMove => ({
      move: 'AMEND_NOTICE',
      at: later(1),
      data: { legalStatus },
    });
    expect(refusalOf(amended(LegalStatus.CARE_ORDER), noticeOf(PLAN, AT))).toEqual(wrong);
    expect(refusalOf(amended(LegalStatus.OTHER), noticeOf(PLAN, AT))).toBeNull();
  });
});

describe('days of a notice', () => {
  const said = (data: MoveData) =>
    implausibleDates(null, eventOf(noticeOf(PLAN, AT, data))).map(({ code, field }) => [code, field]);

  it('say when the child was last seen, however long ago, and never after the notice', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 24 * 365 }), fc.integer({ min: 1, max: 40_000 }), (ago, ahead) => {
        expect(said({ lastSeenOn: daysFrom(DAY, -ago) })).toEqual([]);
        expect(said({ lastSeenOn: daysFrom(DAY, ahead) })).toEqual([['DATE_IMPLAUSIBLE', 'lastSeenOn']]);
      }),
    );
  });

  it('have no visit due before the child was last seen, also where an amendment says one of the two', () => {
    const [seen, due] = [daysFrom(DAY, -3), daysFrom(DAY, -4)];
    const wrong = [['DATE_IMPLAUSIBLE', 'nextVisitOn']];
    expect(said({ lastSeenOn: seen, nextVisitOn: due })).toEqual(wrong);
    expect(said({ lastSeenOn: seen, nextVisitOn: seen })).toEqual([]);
    const before = played(noticeOf(PLAN, AT, { lastSeenOn: daysFrom(DAY, -10), nextVisitOn: due }));
    const amendment = eventOf({ move: 'AMEND_NOTICE', at: later(1), data: { lastSeenOn: seen } });
    expect(implausibleDates(before, amendment)).toMatchObject([{ field: 'nextVisitOn' }]);
  });
});

describe('parts of a housing notice', () => {
  const { ADDRESS, AVAILABLE_FROM } = HousingNoticePart;
  const housingNoticeParts = [ADDRESS, AVAILABLE_FROM];

  it('are said of a household in temporary accommodation alone, and those not given are shown', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.values(MovementCategory)),
        fc.subarray([MovementCategory[HOUSING], MovementCategory.MISSING]),
        fc.subarray(Object.values(HousingNoticePart)),
        (category, circumstances, parts) => {
          const placement = { distance: 'AT_A_DISTANCE', isEmergency: false, placementStartsOn: DAY } as MoveData;
          const notice = noticeOf(category, AT, { ...placement, circumstances, housingNoticeParts: parts });
          const isHousing = [category, ...circumstances].includes(MovementCategory[HOUSING]);
          const isTaken = isHousing || parts.length === 0;
          expect(refusalOf(notice)).toEqual(isTaken ? null : ['NO_HOUSING_NOTICE', 'housingNoticeParts']);
          if (!isTaken) return;
          const shown = shownNotice(played(notice));
          const all = [...(shown.housingNoticeParts ?? []), ...(shown.housingNoticePartsMissing ?? [])];
          expect(all.sort()).toEqual(isHousing ? Object.values(HousingNoticePart).sort() : []);
        },
      ),
    );
  });

  it('leave the notice with that circumstance', () => {
    const notice = noticeOf(PLAN, AT, { circumstances: [MovementCategory[HOUSING]], housingNoticeParts });
    const ended: SentMove = {
      ...{ move: 'END_CIRCUMSTANCE', at: later(1) },
      data: { circumstance: MovementCategory[HOUSING] },
    };
    const amended: SentMove = { move: 'AMEND_NOTICE', at: later(2), data: { movedOn: DAY } };
    expect(shownNotice(played(notice, ended, amended))).toMatchObject({ housingNoticeParts: null });
    const corrected: SentMove = {
      ...{ move: 'AMEND_NOTICE', at: later(1) },
      data: { category: MovementCategory.EARLY_HELP },
    };
    expect(played(noticeOf(HOUSING, AT, { housingNoticeParts }), corrected).notice.housingNoticeParts).toEqual([]);
  });
});

describe('a child who must not be found', () => {
  const shields = (isShielded: boolean, by: string | undefined, hours: number): SentMove => ({
    ...{ move: 'RECORD_SHIELDING', at: later(hours), data: { isShielded } },
    ...(by && { by }),
  });

  it('is shielded from the notice on, until the side that said so takes it back', () => {
    const notice = noticeOf(PLAN, AT, { isShielded: true });
    const { ORIGIN, DESTINATION } = MovementSide;
    expect(shieldingSides(played(notice))).toEqual([ORIGIN]);
    expect(refusalOf(shields(false, REDBRIDGE, 1), notice)).toEqual(['NOT_SHIELDED', 'isShielded']);
    const both = [notice, shields(true, REDBRIDGE, 1)];
    expect(shieldingSides(played(...both))).toEqual([ORIGIN, DESTINATION]);
    expect(shieldingSides(played(...both, shields(false, undefined, 2)))).toEqual([DESTINATION]);
  });

  it('is so also once the movement has ended', () => {
    const story = [noticeOf(PLAN, AT), { move: 'WITHDRAW', at: later(1) } as const];
    expect(shieldingSides(played(...story, shields(true, REDBRIDGE, 2)))).toEqual([MovementSide.DESTINATION]);
  });
});

describe('organisations that must be told', () => {
  const tell = (move: SentMove['move'], organisation: OrganisationKind, hours: number, by?: string): SentMove => ({
    ...{ move, at: later(hours), data: { organisation } },
    ...(by && { by }),
  });

  it('are told by each side for itself, and acknowledge it', () => {
    const notice = noticeOf(PLAN, AT, { toTell: [SCHOOL] });
    expect(refusalOf(tell('RECORD_ORGANISATION_ACKNOWLEDGEMENT', SCHOOL, 1), notice)).toEqual([
      'NOT_TOLD',
      'organisation',
    ]);
    const told = [
      notice,
      tell('RECORD_ORGANISATION_TOLD', SCHOOL, 1),
      tell('RECORD_ORGANISATION_TOLD', HEALTH, 2, REDBRIDGE),
    ];
    const knows = tell('RECORD_ORGANISATION_ACKNOWLEDGEMENT', SCHOOL, 3);
    expect(organisationsOf(played(...told, knows))).toEqual([
      { kind: SCHOOL, side: 'ORIGIN', toldAt: later(1), acknowledgedAt: later(3) },
      { kind: HEALTH, side: 'DESTINATION', toldAt: later(2), acknowledgedAt: null },
      { kind: SCHOOL, side: 'DESTINATION', toldAt: null, acknowledgedAt: null },
    ]);
  });

  it('are awaited of each side, by the step that comes next', () => {
    const story = [noticeOf(PLAN, AT, { toTell: [SCHOOL] }), tell('RECORD_ORGANISATION_TOLD', SCHOOL, 1)];
    const telling = awaitedSteps(played(...story), []).filter(({ move }) => move.startsWith('RECORD_ORGANISATION'));
    expect(telling).toEqual([
      { move: 'RECORD_ORGANISATION_ACKNOWLEDGEMENT', side: 'ORIGIN', clock: null },
      { move: 'RECORD_ORGANISATION_TOLD', side: 'DESTINATION', clock: null },
    ]);
    const ended = played(...story, { move: 'WITHDRAW', at: later(2) });
    expect(awaitedSteps(ended, [])).toEqual([]);
    expect(nextSteps(ended)).toContainEqual(expect.objectContaining({ move: 'RECORD_ORGANISATION_TOLD' }));
  });
});

describe('a transfer-in conference', () => {
  const booked = (conferenceOn: string, hours: number): SentMove => ({
    ...{ move: 'BOOK_CONFERENCE', by: REDBRIDGE, at: later(hours), data: { conferenceOn } },
  });

  it('is booked, booked anew, and held with what it decided', () => {
    const notice = noticeOf(PLAN, AT);
    expect(conferenceOf(played(notice))).toBeNull();
    const story = [
      notice,
      ...[booked('2026-03-20', 1), booked('2026-03-23', 2), { move: 'SHARE_INFORMATION', at: later(3) } as const],
      { move: 'ACCEPT', by: REDBRIDGE, at: later(4) } as const,
    ];
    expect(conferenceOf(played(...story))).toEqual({ bookedFor: '2026-03-23', heldAt: null, outcome: null });
    const held = { move: 'HOLD_CONFERENCE', by: REDBRIDGE, at: later(400) } as const;
    const outcome = { conferenceOutcome: 'CHILD_PROTECTION_PLAN' } as MoveData;
    expect(conferenceOf(played(...story, { ...held, data: outcome }))).toMatchObject({
      heldAt: held.at,
      outcome: 'CHILD_PROTECTION_PLAN',
    });
    expect(conferenceOf(played(...story, held))).toMatchObject({ heldAt: held.at, outcome: null });
  });

  it('is booked for a day from the notice on', () => {
    const on = (day: string) => implausibleDates(played(noticeOf(PLAN, AT)), eventOf(booked(day, 24)));
    expect([on(DAY), on('2026-03-30')]).toEqual([[], []]);
    for (const day of ['2026-03-08', '2027-03-20', '2025-03-20']) {
      expect(on(day)).toMatchObject([{ code: 'DATE_IMPLAUSIBLE', field: 'conferenceOn' }]);
    }
  });
});

it('a decision not to share says what it is of and why, also after the end', () => {
  const decided = (data: MoveData): SentMove => ({ move: 'DECIDE_NOT_TO_SHARE', by: REDBRIDGE, at: later(2), data });
  const story = [noticeOf(PLAN, AT), { move: 'WITHDRAW', at: later(1) } as const];
  expect(refusalOf(decided({}), ...story)).toEqual(['REQUIRED', 'withheld']);
  expect(refusalOf(decided({ withheld: 'Where they live.', reason: '' }), ...story)).toEqual(['REQUIRED', 'reason']);
  expect(refusalOf(decided({ withheld: 'Where they live.' }), ...story)).toBeNull();
});
