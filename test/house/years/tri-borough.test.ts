import { triBorough } from '../../../subgraphs/tri-borough/src/tri-borough';
import * as event from '../../support/years/events';
import { openYear, type Standing, type Year } from '../../support/years/open-year';
import * as of from '../../support/years/tri-borough';

/** How the year ends if all is kept, by the clauses. */
const KEPT: Standing = {
  'children-told': 'MET',
  'arrangements-reviewed-regularly': 'NOT_ASSESSABLE',
  'lscp-members': 'MET',
  'lscp-meets': 'MET',
  'delegates-authority': 'MET',
  'papers-to-virtual-members': 'MET',
  'lead-safeguarding-partners-attend': 'MET',
  'strategic-planning-group-meets': 'MET',
  'priorities-reviewed': 'MET',
  'quarterly-theme': 'MET',
  'budget-reported': 'MET',
  'arrangements-maintained': 'NOT_ASSESSABLE',
  'planning-group-reviewed': 'MET',
  'learning-newsletter': 'MET',
  'rapid-reviews': 'NOT_ASSESSABLE',
  'review-criteria': 'MET',
  'practice-review-decided': 'MET',
  'practice-review-commissioned': 'MET',
  'review-actions-monitored': 'MET',
  'practice-review-copies': 'MET',
  'learning-disseminated': 'MET',
  'training-needs-analysis': 'MET',
  'learning-framework': 'MET',
  'training-content': 'NOT_ASSESSABLE',
  'training-evaluated': 'MET',
  'performance-challenged': 'NOT_ASSESSABLE',
  'exceptions-report': 'MET',
  'multi-agency-audits': 'MET',
  'single-agency-audits-shared': 'MET',
  'section-11-audits': 'MET',
  'local-groups-hear-children': 'MET',
  'child-death-report-shared': 'MET',
  'subgroups-report': 'MET',
  'subgroups-consider-children': 'MET',
  'report-for-children': 'MET',
  'engagement-officer': 'MET',
  'challenge-log': 'MET',
  'scrutineer-meets-lead-partners': 'NOT_ASSESSABLE',
  'scrutiny-of-partners-engaged': 'MET',
  'scrutiny-of-agencies-engaged': 'MET',
  'scrutiny-of-terms-of-reference': 'MET',
  'independent-chair': 'NOT_ASSESSABLE',
  'attendance-checked': 'MET',
  'attendance-at-each-meeting': 'MET',
  'scrutiny-of-priorities': 'MET',
  'scrutiny-of-subgroups': 'MET',
  'scrutiny-of-case-reviews': 'MET',
  'lay-members-and-young-scrutineers': 'MET',
  headteachers: 'MET',
  'headteachers-attend': 'MET',
  'education-leads-attend': 'MET',
  'business-manager-attends-forums': 'NOT_ASSESSABLE',
  'threshold-document-review': 'MET',
  'annual-report-published': 'MET',
  'annual-report-sections': 'MET',
  'annual-report-on-website': 'MET',
  'annual-report-copies': 'MET',
  'boards-met': 'MET',
  'contributions-equitable': 'NOT_ASSESSABLE',
  // Due on 29 September 2020 by TRI-58. No later document is in force.
  'arrangements-review': 'OVERDUE',
  'lscp-quorum': 'NOT_SPECIFIED',
};

describe('a year of the Hammersmith & Fulham, Kensington and Chelsea and Westminster partnership, 2025-26', () => {
  let year: Year;
  beforeAll(async () => {
    year = await openYear(triBorough, 'TriBoroughPartnership');
  });
  afterAll(() => year.close());

  it('is not judged while nothing is recorded, but for the review that the document itself dates', async () => {
    const standing = await year.standing('2026-03-31');
    expect(Object.keys(standing)).toEqual(Object.keys(KEPT));
    expect(new Set(Object.values(standing))).toEqual(new Set(['OVERDUE', 'NOT_SPECIFIED', 'NOT_ASSESSABLE']));
  });

  it('is kept as the arrangements promise', async () => {
    await of.keepTriBorough(year);
    expect(await year.standing('2026-03-31')).toEqual(KEPT);
  });

  it('comes without its lead partners for over six months, and then with those of two sectors', async () => {
    expect(await year.changedBetween('2026-04-14', '2026-04-16')).toMatchObject({
      ...{ 'lead-safeguarding-partners-attend': 'OVERDUE', 'planning-group-reviewed': 'OVERDUE' },
    });
    const leads = [of.partner(1, 'LEAD_SAFEGUARDING_PARTNER'), of.partner(4, 'LEAD_SAFEGUARDING_PARTNER')];
    const deputy = { ...of.partner(5, 'LEAD_SAFEGUARDING_PARTNER'), isDelegate: true, authorityTests: of.TESTS };
    const review = { kind: 'PLANNING_GROUP_REVIEW', title: 'Work of the planning group' };
    const agenda = [{ kind: 'ATTENDANCE', title: 'Attendance' }, review];
    const meeting = () => of.meet(year, '2026-04-21', [...leads, deputy, ...of.SCHOOLS], { agenda });
    expect(await year.changedBy('2026-04-21', meeting)).toEqual({ 'lscp-meets': 'MET' });
    const together = [...leads, of.partner(5, 'LEAD_SAFEGUARDING_PARTNER'), ...of.SCHOOLS];
    expect(await year.changedBy('2026-04-28', () => of.meet(year, '2026-04-28', together, { agenda }))).toEqual({
      ...{ 'lead-safeguarding-partners-attend': 'MET', 'planning-group-reviewed': 'MET' },
    });
  });

  it('does not review a priority that outlasts its year, until it sets those of the next', async () => {
    expect(await year.changedBetween('2026-04-30', '2026-05-01')).toEqual({ 'priorities-reviewed': 'DUE' });
    expect(await year.changedBetween('2026-05-01', '2026-05-02')).toEqual({ 'priorities-reviewed': 'OVERDUE' });
    const priority = { reference: '2026-27/neglect', title: 'Neglect', financialYear: '2026-27', setOn: '2026-05-05' };
    expect(await year.changedBy('2026-05-05', () => year.record('setPriority', priority))).toEqual({
      'priorities-reviewed': 'MET',
    });
  });

  it('hears no children in one of the Local Groups, and says nothing of them in one update', async () => {
    await of.plan(year, '2026-04-06', '2026-Q2');
    await event.scrutinise(year, ['attendance'], '2026-04-21', 'Independent Chair');
    await event.publishReport(year, 'EXCEPTIONS', '2026-04-21');
    for (const group of of.LOCAL_GROUPS.slice(1)) await of.update(year, group, '2026-05-20');
    for (const group of of.SUBGROUPS.slice(1)) await of.update(year, group, '2026-05-20');
    expect(await year.changedBy('2026-06-29', () => of.update(year, of.SUBGROUPS[0]!, '2026-06-29', null))).toEqual({
      ...{ 'subgroups-report': 'MET', 'subgroups-consider-children': 'BREACHED' },
    });
    expect(await year.changedBy('2026-06-29', () => of.update(year, of.LOCAL_GROUPS[0]!, '2026-06-29', null))).toEqual(
      {},
    );
    expect(await year.changedBetween('2026-06-30', '2026-07-01')).toEqual({
      ...{ 'local-groups-hear-children': 'OVERDUE' },
      // The next quarter begins.
      ...{ 'lscp-meets': 'DUE', 'strategic-planning-group-meets': 'DUE', 'quarterly-theme': 'DUE' },
      ...{ 'exceptions-report': 'DUE', 'attendance-checked': 'DUE', 'subgroups-report': 'DUE' },
    });
  });

  it('has a threshold document of two years ago', async () => {
    expect(await year.changedBetween('2026-05-31', '2026-06-01')).toEqual({ 'threshold-document-review': 'DUE' });
    expect(await year.changedBetween('2026-06-01', '2026-06-02')).toEqual({ 'threshold-document-review': 'OVERDUE' });
  });

  it('publishes no practice review before its copies went seven days ahead', async () => {
    await of.reviewSentOn(year, 'LCSPR/2026/1', '2026-02-02', '2026-06-10', '2026-06-12');
    const publication = { reference: 'LCSPR/2026/1', publishedOn: '2026-06-18' };
    const refusing = async () => {
      const refusal = await year.refusal('publishPracticeReview', publication);
      expect(refusal).toEqual([['COPIES_TOO_LATE', 'publishedOn']]);
    };
    expect(await year.changedBy('2026-06-18', refusing)).toEqual({});
    await year.record('publishPracticeReview', { ...publication, publishedOn: '2026-06-19' });
    expect(await year.standing('2026-06-19')).toMatchObject({ 'practice-review-copies': 'MET' });
  });

  it('meets without the papers to virtual members and the headteacher from Westminster', async () => {
    const schools = of.SCHOOLS.filter(({ seatId }) => seatId !== `${of.LSCP}:34`);
    const more = { papersSentTo: ['MEMBER'], agenda: [{ kind: 'OTHER', title: 'The building' }] };
    expect(await year.changedBy('2026-07-14', () => of.meet(year, '2026-07-14', schools, more))).toEqual({
      ...{ 'lscp-meets': 'MET', 'papers-to-virtual-members': 'BREACHED', 'headteachers-attend': 'BREACHED' },
      'attendance-at-each-meeting': 'BREACHED',
    });
  });

  it('keeps the learning of an audit to one agency, and asks no manager of a course', async () => {
    const audit = { reference: 'A/5', kind: 'SINGLE_AGENCY', theme: 'Neglect', findings: 2, completedOn: '2026-07-20' };
    expect(await year.changedBy('2026-07-20', () => year.record('recordPracticeAudit', audit))).toEqual({
      'single-agency-audits-shared': 'DUE',
    });
    expect(await year.changedBy('2026-07-21', () => of.trainOn(year, 'COURSE/2', '2026-07-21', ['DELEGATE']))).toEqual({
      'training-evaluated': 'DUE',
    });
  });

  it('agrees the theme of a quarter after it, which makes up for nothing until that of the next', async () => {
    expect(await year.standing('2026-09-30')).toMatchObject({ 'quarterly-theme': 'DUE' });
    expect(await year.standing('2026-10-01')).toMatchObject({ 'quarterly-theme': 'OVERDUE' });
    const theme = { quarter: '2026-Q3', title: 'Online harm', agreedOn: '2026-10-05' };
    expect(await year.changedBy('2026-10-05', () => year.record('agreeQuarterlyTheme', theme))).toEqual({});
    const next = { quarter: '2026-Q4', title: 'Transitions', agreedOn: '2026-10-06' };
    expect(await year.changedBy('2026-10-06', () => year.record('agreeQuarterlyTheme', next))).toEqual({
      'quarterly-theme': 'BREACHED',
    });
  });

  it('publishes its report with one copy a day late', async () => {
    const sent = { website: '2026-09-01', 'practice-review-panel': '2026-09-08', 'what-works-centre': '2026-09-09' };
    const publishing = () => event.publishReport(year, 'ANNUAL', '2026-09-01', { sections: of.SECTIONS, sent });
    expect(await year.changedBy('2026-09-08', publishing)).toEqual({
      ...{ 'annual-report-published': 'MET', 'annual-report-copies': 'DUE' },
    });
    expect(await year.changedBetween('2026-09-08', '2026-09-09')).toEqual({ 'annual-report-copies': 'BREACHED' });
  });
});
