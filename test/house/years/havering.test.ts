import { havering } from '../../../subgraphs/havering/src/havering';
import { MONTHS, QUARTERS } from '../../support/years/days';
import * as event from '../../support/years/events';
import { openYear, type Standing, type Year } from '../../support/years/open-year';

const [EXECUTIVE, GROUP] = ['havering-executive', 'havering-partners-group'];
const [COUNCIL, NHS, POLICE] = ['havering-council-childrens-services', 'nel-ccg', 'met-police-east-area-bcu'];
const PARTNERS = [COUNCIL, NHS, POLICE];
const ON_EXECUTIVE = PARTNERS.map((agencyId, index) =>
  event.memberOf({ agencyId, seatId: `${EXECUTIVE}:${index + 1}` }),
);
const IN_GROUP = [
  ...[
    event.memberOf({ agencyId: POLICE, seatId: `${GROUP}:1` }),
    event.memberOf({ agencyId: NHS, seatId: `${GROUP}:2` }),
  ],
  event.memberOf({ agencyId: COUNCIL, seatId: `${GROUP}:5` }),
];
const SECTIONS = ['impact', 'little-or-no-progress', 'decisions-and-actions', 'feedback', 'scrutineer-section'];

/** How the year ends if all is kept, by the clauses. */
const KEPT: Standing = {
  // Due in May 2025 by HAV-01. No later document is in force.
  'terms-of-reference-review': 'OVERDUE',
  'annual-budget': 'MET',
  'executive-members': 'MET',
  'decisions-signed-off': 'MET',
  'executive-meets': 'MET',
  'executive-minutes-signed-off': 'MET',
  'partners-group-minutes-signed-off': 'MET',
  'executive-quorum': 'MET',
  'partners-group-agencies': 'MET',
  'partners-group-representatives': 'MET',
  'partners-contribute': 'NOT_ASSESSABLE',
  'groups-report': 'NOT_ASSESSABLE',
  'partners-group-meets': 'MET',
  'partners-group-quorum': 'MET',
  'executive-chair': 'MET',
  'partners-group-chair': 'MET',
  'executive-vice-chair': 'MET',
  'partners-group-vice-chair': 'MET',
  'reports-to-council-bodies': 'MET',
  'reports-to-nhs-bodies': 'NOT_ASSESSABLE',
  'scrutiny-effectiveness': 'MET',
  'scrutiny-critical-friend': 'MET',
  'scrutiny-children-and-families': 'MET',
  'scrutiny-practitioners-and-leadership': 'MET',
  'scrutiny-reporting-agreed': 'MET',
  scrutineer: 'MET',
  'challenge-and-escalation': 'NOT_ASSESSABLE',
  'working-groups': 'NOT_ASSESSABLE',
  'annual-report-published': 'MET',
  'annual-report-sections': 'MET',
  'annual-report-copies': 'MET',
};

describe('a year of the Havering Safeguarding Children Partnership, 2025-26', () => {
  let year: Year;
  beforeAll(async () => {
    year = await openYear(havering, 'HaveringPartnership');
  });
  afterAll(() => year.close());

  const meet = (bodyId: string, reference: string, heldOn: string, attendance: readonly event.Came[]) =>
    year.record('recordMeeting', { reference, bodyId, heldOn, attendance });
  async function meetAndPublish(bodyId: string, reference: string, month: string, attendance: readonly event.Came[]) {
    await meet(bodyId, reference, `${month}-10`, attendance);
    await event.signOffMinutes(year, reference, PARTNERS, `${month}-20`);
    await year.record('publishMinutes', event.minutesOf(reference, `${month}-24`));
  }
  const chair = (bodyId: string, office: string, sector: string, more: object) =>
    year.record('appointChair', {
      ...{ reference: `${office}/${bodyId}`, bodyId, office, sector, roleTitle: 'Chair', appointedOn: '2025-04-01' },
      ...more,
    });

  it('is not judged while nothing is recorded, but for the review that the document itself dates', async () => {
    const standing = await year.standing('2026-03-31');
    expect(Object.keys(standing)).toEqual(Object.keys(KEPT));
    expect(new Set(Object.values(standing))).toEqual(new Set(['OVERDUE', 'NOT_ASSESSABLE']));
    expect(await year.standing('2025-04-30')).toMatchObject({ 'terms-of-reference-review': 'MET' });
    expect(await year.standing('2025-05-31')).toMatchObject({ 'terms-of-reference-review': 'DUE' });
  });

  it('is kept as the terms of reference promise', async () => {
    await event.appoint(year, EXECUTIVE, [1, 2, 3], '2025-04-01');
    await event.appoint(
      year,
      GROUP,
      Array.from({ length: 21 }, (_, index) => index + 1),
      '2025-04-01',
    );
    for (const bodyId of [EXECUTIVE, GROUP]) {
      const also = { isAlsoScrutineer: true, alsoChairs: "Safeguarding Adults' Board" };
      await chair(bodyId, 'CHAIR', 'INDEPENDENT', also);
      const elected = { agreedBy: ['MEMBERS'], agreedOn: '2025-04-01', agencyId: POLICE };
      await chair(bodyId, 'VICE_CHAIR', 'POLICE', elected);
    }
    for (const month of MONTHS) await meetAndPublish(EXECUTIVE, `EX/${month}`, month, ON_EXECUTIVE);
    for (const month of QUARTERS) await meetAndPublish(GROUP, `PG/${month}`, month, IN_GROUP);
    const decision = { reference: 'D/1', bodyId: EXECUTIVE, kind: 'KEY_DECISION', title: 'The budget of 2025-26' };
    await year.record('recordBodyDecision', { ...decision, decidedOn: '2025-04-10' });
    await event.signOffDecision(year, 'D/1', PARTNERS, '2025-04-14');
    const budget = { financialYear: '2025-26', approvedPence: 12_000_000, decisionReference: 'D/1' };
    await year.record('approveLocalBudget', { ...budget, approvedOn: '2025-04-14' });
    const duties = ['effectiveness', 'critical-friend', 'children-and-families', 'practitioners-and-leadership'];
    await event.scrutinise(year, [...duties, 'reporting-agreed'], '2025-11-03', 'Independent Scrutineer');
    await event.publishReport(year, 'ANNUAL', '2025-09-01', {
      sections: SECTIONS,
      sent: {
        ...{ 'practice-review-panel': '2025-09-08', 'what-works-centre': '2025-09-02' },
        ...{ 'child-safety-performance-board': '2025-10-01', 'health-and-wellbeing-board': '2025-10-02' },
        ...{ 'council-scrutiny-committees': '2025-11-01', 'corporate-parenting-panel': '2025-12-01' },
      },
    });
    expect(await year.standing('2026-03-31')).toEqual(KEPT);
  });

  it('is without a budget from the day after the year that the last one was for', async () => {
    expect(await year.changedBetween('2026-03-31', '2026-04-01')).toMatchObject({ 'annual-budget': 'OVERDUE' });
    const budget = { financialYear: '2026-27', approvedPence: 12_500_000, decisionReference: 'D/1' };
    const approving = () => year.record('approveLocalBudget', { ...budget, approvedOn: '2026-03-20' });
    expect(await year.changedBy('2026-03-31', approving)).toEqual({});
    expect(await year.standing('2026-04-01')).toMatchObject({ 'annual-budget': 'MET' });
  });

  it('is late by a month without a meeting of the Executive until it meets, and in breach for a year after', async () => {
    await meetAndPublish(EXECUTIVE, 'EX/2026-04', '2026-04', ON_EXECUTIVE);
    expect(await year.changedBetween('2026-04-30', '2026-05-01')).toEqual({ 'executive-meets': 'DUE' });
    expect(await year.changedBetween('2026-05-31', '2026-06-01')).toEqual({ 'executive-meets': 'OVERDUE' });
    const meeting = () => meet(EXECUTIVE, 'EX/2026-06', '2026-06-03', ON_EXECUTIVE);
    expect(await year.changedBy('2026-06-03', meeting)).toEqual({
      ...{ 'executive-meets': 'BREACHED', 'executive-minutes-signed-off': 'DUE' },
    });
    expect(await year.standing('2026-06-02')).toMatchObject({ 'executive-meets': 'OVERDUE' });
  });

  it('is not quorate by three sectors of which two sent other agencies than the partners (HAV-20)', async () => {
    const others = [
      event.memberOf({ agencyId: 'havering-council-housing-service', seatId: `${GROUP}:6` }),
      event.memberOf({ agencyId: 'north-east-london-nhs-foundation-trust', seatId: `${GROUP}:4` }),
    ];
    const meeting = () => meet(GROUP, 'PG/2026-06', '2026-06-10', [IN_GROUP[0]!, ...others]);
    expect(await year.changedBy('2026-06-10', meeting)).toEqual({
      ...{ 'partners-group-meets': 'MET', 'partners-group-quorum': 'BREACHED' },
      'partners-group-minutes-signed-off': 'DUE',
    });
  });

  it('does not publish minutes that two of the three partners signed off', async () => {
    const publishing = async () => {
      await event.signOffMinutes(year, 'EX/2026-06', [COUNCIL, POLICE], '2026-06-17');
      const refusal = await year.refusal('publishMinutes', event.minutesOf('EX/2026-06', '2026-06-20'));
      expect(refusal).toEqual([['MINUTES_NOT_SIGNED_OFF', 'publishedOn']]);
    };
    expect(await year.changedBy('2026-06-20', publishing)).toEqual({});
    const signing = () => event.signOffMinutes(year, 'EX/2026-06', [NHS], '2026-06-22');
    expect(await year.changedBy('2026-06-22', signing)).toEqual({});
    const published = () => year.record('publishMinutes', event.minutesOf('EX/2026-06', '2026-06-22'));
    expect(await year.changedBy('2026-06-22', published)).toEqual({ 'executive-minutes-signed-off': 'MET' });
  });

  it('awaits a partner that has not signed off a key decision, and no decision that is none', async () => {
    const decision = { bodyId: EXECUTIVE, title: 'Who leads on neglect', decidedOn: '2026-06-03' };
    const deciding = async () => {
      await year.record('recordBodyDecision', { ...decision, reference: 'D/2', kind: 'OTHER' });
      await year.record('recordBodyDecision', { ...decision, reference: 'D/3', kind: 'LEAD_PARTNER' });
      await event.signOffDecision(year, 'D/3', [COUNCIL, NHS], '2026-06-10');
    };
    expect(await year.changedBy('2026-06-30', deciding)).toEqual({ 'decisions-signed-off': 'DUE' });
    const signing = () => event.signOffDecision(year, 'D/3', [POLICE], '2026-07-01');
    expect(await year.changedBy('2026-07-01', signing)).toEqual({ 'decisions-signed-off': 'MET' });
  });

  it('is without a chair of the Executive from the day after the chair leaves, and has the scrutineer in the other chair', async () => {
    const leaving = () =>
      year.record('endChair', { chairId: `havering:chair:CHAIR/${EXECUTIVE}`, endedOn: '2026-07-31' });
    expect(await year.changedBy('2026-07-31', leaving)).toEqual({});
    expect(await year.standing('2026-08-01')).toMatchObject({ 'executive-chair': 'OVERDUE', scrutineer: 'MET' });
  });

  it('sends a copy of its report a day late, and another to nobody', async () => {
    const report = { sections: SECTIONS, sent: { 'practice-review-panel': '2026-09-08' } };
    const publishing = () => event.publishReport(year, 'ANNUAL', '2026-09-01', report);
    expect(await year.changedBy('2026-09-08', publishing)).toEqual({
      ...{ 'annual-report-published': 'MET', 'annual-report-copies': 'DUE', 'reports-to-council-bodies': 'DUE' },
    });
    expect(await year.changedBetween('2026-09-08', '2026-09-09')).toEqual({ 'annual-report-copies': 'OVERDUE' });
    const copy = { reportReference: 'annual-2026-09-01', recipient: 'what-works-centre', sentOn: '2026-09-09' };
    const sending = () => year.record('recordReportDispatch', copy);
    expect(await year.changedBy('2026-09-08', sending)).toEqual({});
    expect(await year.standing('2026-09-09')).toMatchObject({ 'annual-report-copies': 'BREACHED' });
  });
});
