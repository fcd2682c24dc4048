import { lambeth } from '../../../subgraphs/lambeth/src/lambeth';
import * as event from '../../support/years/events';
import * as of from '../../support/years/lambeth';
import { openYear, type Standing, type Year } from '../../support/years/open-year';
import { commissionReview, takeSteps } from '../../support/years/reviews';

/** How the year ends if all is kept, by the clauses. */
const KEPT: Standing = {
  'chair-rotates': 'MET',
  'progress-reported-in-own-governance': 'MET',
  'lead-representatives': 'NOT_ASSESSABLE',
  'delegates-authority': 'MET',
  'business-manager': 'MET',
  'contributions-agreed': 'MET',
  'local-authority-representatives': 'MET',
  'nhs-representatives': 'MET',
  'police-representatives': 'MET',
  'school-representatives': 'MET',
  'executive-meets': 'NOT_ASSESSABLE',
  'qualitative-measures': 'MET',
  'quantitative-measures': 'MET',
  'subgroup-membership-agreed': 'MET',
  'subgroups-report': 'MET',
  'minutes-approved': 'MET',
  'incidents-notified': 'MET',
  'incidents-recipients': 'MET',
  'rapid-review-convened': 'NOT_ASSESSABLE',
  'rapid-review-summaries': 'MET',
  'rapid-review-chair': 'MET',
  'rapid-review-sent': 'MET',
  'practice-review-decided': 'MET',
  'practice-review-reviewer-recommended': 'MET',
  // The review of the year is completed, and no other has begun.
  'practice-review-updates': 'NOT_ASSESSABLE',
  'practice-review-draft': 'MET',
  'practice-review-final': 'MET',
  'practice-review-harms-nobody': 'MET',
  'subgroups-established': 'MET',
  'training-monitored': 'NOT_ASSESSABLE',
  'good-practice-reviews': 'NOT_ASSESSABLE',
  'review-actions-tracked': 'MET',
  'learning-hubs-established': 'MET',
  // A hub is asked for its report, its audit and its evaluation once its year has ended.
  'learning-hubs-report-and-plan': 'NOT_ASSESSABLE',
  'learning-hubs-audited': 'NOT_ASSESSABLE',
  'learning-hubs-change-makers': 'MET',
  'learning-hubs-evaluated': 'NOT_ASSESSABLE',
  'learning-hubs-update': 'NOT_ASSESSABLE',
  'disagreements-resolved': 'NOT_ASSESSABLE',
  'scrutiny-children-families-and-practitioners': 'MET',
  'scrutiny-leadership': 'MET',
  'scrutiny-reporting-agreed': 'MET',
  'scrutineer-role-evaluated': 'NOT_ASSESSABLE',
  scrutineer: 'MET',
  'annual-report-published': 'MET',
  'annual-report-sections': 'MET',
  'annual-report-widely-available': 'MET',
  'annual-report-copies': 'MET',
  'updates-to-arrangements-reported': 'NOT_ASSESSABLE',
  'executive-quorum': 'NOT_SPECIFIED',
  'terms-of-reference-review': 'NOT_SPECIFIED',
};

describe('a year of the Lambeth Safeguarding Children Partnership, 2025-26', () => {
  let year: Year;
  beforeAll(async () => {
    year = await openYear(lambeth, 'LambethPartnership');
  });
  afterAll(() => year.close());

  it('is not judged while nothing is recorded, and not asked where the document is silent', async () => {
    const standing = await year.standing('2026-03-31');
    expect(Object.keys(standing)).toEqual(Object.keys(KEPT));
    expect(new Set(Object.values(standing))).toEqual(new Set(['NOT_SPECIFIED', 'NOT_ASSESSABLE']));
  });

  it('is kept as the terms of reference promise', async () => {
    await of.keepLambeth(year);
    expect(await year.standing('2026-03-31')).toEqual(KEPT);
    expect(await year.standing('2025-10-31')).toMatchObject({ 'practice-review-updates': 'MET' });
  });

  it('asks of the hubs what they are to have done once their year has ended, and of the partners the next sums', async () => {
    expect(await year.changedBetween('2026-03-31', '2026-04-02')).toEqual({
      ...{ 'learning-hubs-report-and-plan': 'MET', 'learning-hubs-audited': 'MET', 'learning-hubs-evaluated': 'MET' },
      ...{ 'learning-hubs-change-makers': 'NOT_ASSESSABLE', 'contributions-agreed': 'OVERDUE' },
    });
    const pledge = { reference: 'C/2', agencyId: 'lambeth-council', target: 'LOCAL_BUDGET', kind: 'CASH' };
    const agreeing = () =>
      year.record('recordContribution', { ...pledge, financialYear: '2026-27', pledgedPence: 9_000_000 });
    expect(await year.changedBy('2026-04-02', agreeing)).toEqual({ 'contributions-agreed': 'MET' });
  });

  it('establishes three hubs a year on other days than the year before, one of them with one Change Maker', async () => {
    const third = of.hub('2026-27', 1, '2026-04-10', ['Named nurse', 'Head teacher', 'Housing manager']);
    expect(await year.refusal('establishLearningHub', third)).toEqual([['CHANGE_MAKERS_TOO_MANY', 'changeMakers']]);
    const establishing = async () => {
      await year.record('establishLearningHub', of.hub('2026-27', 1, '2026-04-10'));
      await year.record('establishLearningHub', of.hub('2026-27', 2, '2026-04-13'));
      await year.record('establishLearningHub', of.hub('2026-27', 3, '2026-04-14', ['Named nurse']));
    };
    expect(await year.changedBy('2026-04-14', establishing)).toEqual({ 'learning-hubs-change-makers': 'OVERDUE' });
    const fourth = () => year.record('establishLearningHub', of.hub('2026-27', 4, '2026-04-15'));
    expect(await year.changedBy('2026-04-15', fourth)).toEqual({ 'learning-hubs-established': 'BREACHED' });
  });

  it('notifies two of three in five working days, and the third on the sixth', async () => {
    const happening = () => of.incident(year, 'SI/2', '2026-04-20');
    expect(await year.changedBy('2026-04-20', happening)).toEqual({
      ...{ 'incidents-notified': 'DUE', 'incidents-recipients': 'DUE' },
    });
    const [third, ...inTime] = of.INCIDENT_RECIPIENTS;
    expect(await year.changedBy('2026-04-27', () => of.notify(year, 'SI/2', '2026-04-27', inTime))).toEqual({});
    expect(await year.changedBetween('2026-04-27', '2026-04-28')).toEqual({ 'incidents-notified': 'OVERDUE' });
    expect(await year.changedBy('2026-04-28', () => of.notify(year, 'SI/2', '2026-04-28', [third!]))).toEqual({
      ...{ 'incidents-notified': 'BREACHED', 'incidents-recipients': 'MET' },
    });
  });

  it('sends no rapid review before it is approved, and one whose chair the Executive did not determine', async () => {
    const review = { reference: 'RR/2', incidentReference: 'SI/2', convenedOn: '2026-04-29', reportedOn: '2026-05-08' };
    const sent = { ...review, summariesAskedOn: '2026-04-30', sentToPanelOn: '2026-05-12' };
    expect(await year.refusal('recordRapidReview', { ...sent, approvedOn: '2026-05-13' })).toEqual([
      ['SENT_BEFORE_APPROVED', 'sentToPanelOn'],
    ]);
    const sending = () => year.record('recordRapidReview', { ...sent, approvedOn: '2026-05-11' });
    expect(await year.changedBy('2026-05-12', sending)).toEqual({ 'rapid-review-chair': 'BREACHED' });
  });

  it('has the report of a subgroup a day late after four months', async () => {
    for (const subgroup of of.SUBGROUPS.slice(1)) await of.report(year, subgroup, '2026-05-14');
    expect(await year.changedBetween('2026-05-15', '2026-05-16')).toEqual({ 'subgroups-report': 'OVERDUE' });
    const reporting = () => of.report(year, of.SUBGROUPS[0]!, '2026-05-16');
    expect(await year.changedBy('2026-05-16', reporting)).toEqual({ 'subgroups-report': 'BREACHED' });
  });

  it('meets with a delegate who may speak and not decide, and publishes minutes that its chair did not approve', async () => {
    const meeting = () => of.meet(year, '2026-05-18', of.delegate(['speak-with-authority']));
    expect(await year.changedBy('2026-05-18', meeting)).toEqual({
      ...{ 'delegates-authority': 'BREACHED', 'minutes-approved': 'DUE' },
    });
    const minutes = event.minutesOf('EX/2026-05-18', '2026-05-19');
    const late = await year.refusal('publishMinutes', { ...minutes, approvedByChairOn: '2026-05-20' });
    expect(late).toEqual([['DATES_OUT_OF_ORDER', 'publishedOn']]);
    const publishing = () => year.record('publishMinutes', minutes);
    expect(await year.changedBy('2026-05-19', publishing)).toEqual({ 'minutes-approved': 'BREACHED' });
  });

  it('takes no third officer of the police, and is one short from the day after one of the two leaves', async () => {
    const third = { reference: 'EX/7-3', seatId: `${of.EXECUTIVE}:7`, roleTitle: 'Officer', appointedOn: '2026-05-20' };
    expect(await year.refusal('recordAppointment', third)).toEqual([['SEAT_FULL', 'seatId']]);
    await year.record('endAppointment', { reference: 'EX/7-2', endedOn: '2026-05-31' });
    expect(await year.changedBetween('2026-05-31', '2026-06-01')).toEqual({ 'police-representatives': 'OVERDUE' });
  });

  it('begins a review that the Chair did not decide on, hears of it and of an action too late, and has half a draft', async () => {
    expect(await year.changedBy('2026-06-02', () => commissionReview(year, 'LCSPR/2026/1', '2026-06-02', []))).toEqual({
      ...{ 'practice-review-decided': 'BREACHED', 'practice-review-reviewer-recommended': 'DUE' },
      ...{ 'practice-review-updates': 'MET', 'practice-review-draft': 'DUE', 'practice-review-final': 'DUE' },
    });
    expect(await year.changedBetween('2026-06-30', '2026-07-01')).toEqual({ 'review-actions-tracked': 'OVERDUE' });
    expect(await year.changedBetween('2026-07-02', '2026-07-03')).toEqual({
      ...{ 'practice-review-updates': 'OVERDUE', 'chair-rotates': 'DUE' },
    });
    await takeSteps(year, 'LCSPR/2026/1', [['DRAFT_SUBMITTED', 'EXECUTIVE_CHAIR', '2026-10-02']]);
    expect(await year.changedBetween('2026-10-02', '2026-10-03')).toEqual({ 'practice-review-draft': 'OVERDUE' });
    expect(
      await year.refusal('publishPracticeReview', { reference: 'LCSPR/2026/1', publishedOn: '2026-10-20' }),
    ).toEqual([
      ['ANONYMITY_NOT_SIGNED_OFF', 'reference'],
      ['COPIES_NOT_SENT', 'reference'],
    ]);
  });

  it('publishes its report with one copy a day late', async () => {
    const sent = { ...of.MADE_KNOWN, 'practice-review-panel': '2026-09-08', 'what-works-centre': '2026-09-09' };
    const publishing = () => event.publishReport(year, 'ANNUAL', '2026-09-01', { sections: of.SECTIONS, sent });
    expect(await year.changedBy('2026-09-08', publishing)).toEqual({
      ...{ 'annual-report-published': 'MET', 'annual-report-copies': 'DUE' },
    });
    expect(await year.changedBetween('2026-09-08', '2026-09-09')).toEqual({ 'annual-report-copies': 'BREACHED' });
  });

  it('has a chair who stays on after the year, is refused the same sector again, and passes on', async () => {
    expect(await year.changedBetween('2026-10-01', '2026-10-02')).toEqual({ 'chair-rotates': 'OVERDUE' });
    const again = await year.refusal('appointChair', of.chairOf('2026', 'POLICE', '2026-10-05'));
    expect(again.map(([code]) => code)).toEqual(['NOT_AS_ARRANGED']);
    const passing = () => year.record('appointChair', of.chairOf('2026', 'LOCAL_AUTHORITY', '2026-10-05'));
    expect(await year.changedBy('2026-10-05', passing)).toEqual({ 'chair-rotates': 'MET' });
  });
});
