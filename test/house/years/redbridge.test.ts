import { redbridge } from '../../../subgraphs/redbridge/src/redbridge';
import * as event from '../../support/years/events';
import { openYear, type Standing, type Year } from '../../support/years/open-year';

const PARTNERSHIP = 'redbridge-partnership';
const [LAY_SEAT, VOLUNTARY_SEAT] = [`${PARTNERSHIP}:8`, `${PARTNERSHIP}:7`];
const LEADS = ['london-borough-of-redbridge', 'met-police-east-area-bcu', 'nel-nhs'].map((agencyId, index) =>
  event.memberOf({ agencyId, seatId: `${PARTNERSHIP}:${index + 1}` }, 'LEAD_MEMBER'),
);
const PROBATION = event.memberOf({ agencyId: 'national-probation-service', seatId: `${PARTNERSHIP}:6` });
const TESTS = ['speak-with-authority', 'commit', 'hold-to-account', 'share-information', 'ensure-dissemination'];
const STANDING_ITEMS = ['PERFORMANCE_DATA', 'PRIORITIES_PROGRESS', 'NEW_GUIDANCE'];
const SECTIONS = ['assessment', 'areas-for-development', 'causes', 'action'];
const DAYS = ['2025-04-15', '2025-07-15', '2025-10-15', '2026-01-15'];

/** How the year ends if all is kept, by the clauses. */
const KEPT: Standing = {
  'joint-executive': 'NOT_ASSESSABLE',
  'annual-priorities': 'MET',
  'quality-assurance': 'NOT_ASSESSABLE',
  'learning-disseminated': 'MET',
  'partnership-meets': 'MET',
  'agenda-standing-items': 'MET',
  'chair-appointed': 'MET',
  'deputy-chair': 'MET',
  'linked-boards': 'NOT_ASSESSABLE',
  'delegates-authority': 'MET',
  'member-agreement-signed': 'MET',
  members: 'MET',
  'voluntary-members': 'MET',
  'lay-members': 'MET',
  'lay-members-terms': 'MET',
  'elected-member': 'MET',
  'scrutiny-done': 'MET',
  scrutineer: 'MET',
  'scrutiny-report-published': 'MET',
  'scrutiny-report-sections': 'MET',
  confidentiality: 'NOT_ASSESSABLE',
  'members-contribute': 'NOT_ASSESSABLE',
  'partnership-quorum': 'NOT_SPECIFIED',
  'terms-of-reference-review': 'NOT_SPECIFIED',
};

describe('a year of the Redbridge Safeguarding Children Partnership, 2025-26', () => {
  let year: Year;
  beforeAll(async () => {
    year = await openYear(redbridge, 'RedbridgePartnership');
  });
  afterAll(() => year.close());

  const delegate = (authorityTests: readonly string[]) => ({ ...PROBATION, isDelegate: true, authorityTests });
  const meet = (heldOn: string, delegated: event.Came, items: readonly string[] = STANDING_ITEMS) =>
    year.record('recordMeeting', {
      ...{ reference: `RSCP/${heldOn}`, bodyId: PARTNERSHIP, heldOn, attendance: [...LEADS, delegated] },
      agenda: items.map((kind) => ({ kind, title: 'Standing item' })),
    });
  const appointed = (reference: string, seatId: string, appointedOn: string, more = {}) => ({
    ...{ reference, seatId, roleTitle: 'Member', appointedOn },
    ...more,
  });
  const sign = (appointmentReference: string, signedOn: string) =>
    year.record('signMemberAgreement', { appointmentReference, signedOn });
  const chairOf = (reference: string, appointedOn: string, agreedBy: readonly string[]) => ({
    ...{ reference, bodyId: PARTNERSHIP, office: 'CHAIR', sector: 'INDEPENDENT', roleTitle: 'Independent Chair' },
    ...{ appointedOn, agreedBy, agreedOn: appointedOn, isAlsoScrutineer: true },
  });

  it('is not judged while nothing is recorded, and not asked where the document is silent', async () => {
    const standing = await year.standing('2026-03-31');
    expect(Object.keys(standing)).toEqual(Object.keys(KEPT));
    expect(new Set(Object.values(standing))).toEqual(new Set(['NOT_SPECIFIED', 'NOT_ASSESSABLE']));
  });

  it('is kept as the terms of reference promise', async () => {
    await event.appoint(year, PARTNERSHIP, [1, 2, 3, 4, 5, 6, 7, 9], '2025-04-01');
    await year.record('recordAppointment', appointed('LAY/1', LAY_SEAT, '2023-09-01'));
    for (const lay of ['LAY/2', 'LAY/3'])
      await year.record('recordAppointment', appointed(lay, LAY_SEAT, '2025-04-01'));
    for (const member of [1, 2, 3, 4, 5, 6, 7]) await sign(`${PARTNERSHIP}/${member}`, '2025-04-15');
    for (const lay of ['LAY/1', 'LAY/2', 'LAY/3']) await sign(lay, '2025-04-15');
    await year.record('appointChair', chairOf('CHAIR/1', '2025-04-01', ['LOCAL_AUTHORITY', 'POLICE', 'NHS']));
    const deputy = { reference: 'DEPUTY/1', bodyId: PARTNERSHIP, office: 'VICE_CHAIR', roleTitle: 'Deputy Chair' };
    const member = { sector: 'POLICE', memberReference: `${PARTNERSHIP}/2`, appointedOn: '2025-04-15' };
    await year.record('appointChair', { ...deputy, ...member });
    for (const day of DAYS) await meet(day, delegate(TESTS));
    const priority = { reference: '2025-26/neglect', title: 'Neglect', financialYear: '2025-26', setOn: '2025-04-15' };
    await year.record('setPriority', priority);
    await event.scrutinise(year, ['effectiveness'], '2025-11-03', 'Independent Chair');
    await event.publishReport(year, 'SCRUTINY', '2025-09-01', { sections: SECTIONS });
    const review = { reference: 'LCSPR/2025/1', kind: 'LOCAL', initiatedOn: '2025-05-01' };
    await year.record('recordPracticeReview', review);
    const spread = { reviewReference: 'LCSPR/2025/1', channel: 'TRAINING', disseminatedOn: '2025-12-01' };
    await year.record('recordLearningDissemination', { reference: 'LEARNING/1', ...spread });
    expect(await year.standing('2026-03-31')).toEqual(KEPT);
  });

  it('refuses a fourth lay member and a sixth representative of the voluntary sector, and stands as before', async () => {
    const joining = async () => {
      const fourth = await year.refusal('recordAppointment', appointed('LAY/4', LAY_SEAT, '2026-04-01'));
      expect(fourth).toEqual([['SEAT_FULL', 'seatId']]);
      for (const nth of [2, 3, 4, 5]) {
        await year.record('recordAppointment', appointed(`VCS/${nth}`, VOLUNTARY_SEAT, '2026-04-01'));
        await sign(`VCS/${nth}`, '2026-04-01');
      }
      const sixth = await year.refusal('recordAppointment', appointed('VCS/6', VOLUNTARY_SEAT, '2026-04-01'));
      expect(sixth).toEqual([['SEAT_FULL', 'seatId']]);
    };
    expect(await year.changedBy('2026-04-01', joining)).toEqual({});
  });

  it('has met four times in twelve months until the first of the four is older', async () => {
    expect(await year.changedBetween('2026-04-14', '2026-04-16')).toEqual({
      ...{ 'partnership-meets': 'OVERDUE', 'annual-priorities': 'OVERDUE' },
    });
  });

  it('meets again with a delegate who may not commit the agency', async () => {
    const short = TESTS.filter((test) => test !== 'commit');
    expect(await year.changedBy('2026-04-21', () => meet('2026-04-21', delegate(short)))).toEqual({
      ...{ 'partnership-meets': 'MET', 'delegates-authority': 'BREACHED' },
    });
  });

  it('awaits the signature of a member who joined, and of no observer', async () => {
    const joining = () => year.record('recordAppointment', appointed('HEALTH/2', `${PARTNERSHIP}:4`, '2026-05-05'));
    expect(await year.changedBy('2026-05-05', joining)).toEqual({ 'member-agreement-signed': 'DUE' });
    expect(await year.changedBy('2026-05-12', () => sign('HEALTH/2', '2026-05-12'))).toEqual({
      'member-agreement-signed': 'MET',
    });
  });

  it('has a chair whom two of the three partners appointed', async () => {
    const appointing = () =>
      year.record('appointChair', chairOf('CHAIR/2', '2026-06-01', ['LOCAL_AUTHORITY', 'POLICE']));
    expect(await year.changedBy('2026-06-01', appointing)).toEqual({ 'chair-appointed': 'BREACHED' });
  });

  it('holds a meeting without the performance data', async () => {
    const meeting = () => meet('2026-07-14', delegate(TESTS), ['PRIORITIES_PROGRESS', 'NEW_GUIDANCE']);
    // That a delegate could not commit the agency in April is still seen.
    expect(await year.standing('2026-07-14')).toMatchObject({ 'delegates-authority': 'BREACHED' });
    expect(await year.changedBy('2026-07-14', meeting)).toEqual({
      'agenda-standing-items': 'BREACHED',
    });
  });

  it('keeps a lay member beyond three years, until the term is renewed and the agreement signed anew', async () => {
    expect(await year.changedBetween('2026-06-02', '2026-06-03')).toEqual({ 'lay-members-terms': 'DUE' });
    expect(await year.changedBetween('2026-09-01', '2026-09-02')).toEqual({
      ...{ 'lay-members-terms': 'OVERDUE', 'scrutiny-report-published': 'OVERDUE' },
    });
    const renewed = appointed('LAY/1/2026', LAY_SEAT, '2026-09-03', { renewsReference: 'LAY/1' });
    expect(await year.changedBy('2026-09-03', () => year.record('recordAppointment', renewed))).toEqual({
      ...{ 'lay-members-terms': 'MET', 'member-agreement-signed': 'DUE' },
    });
    expect(await year.changedBy('2026-09-10', () => sign('LAY/1/2026', '2026-09-10'))).toEqual({
      'member-agreement-signed': 'MET',
    });
  });

  it('refuses a scrutiny report that leaves out the causes', async () => {
    const sections = SECTIONS.filter((section) => section !== 'causes');
    const report = {
      reference: 'scrutiny-2026',
      kind: 'SCRUTINY',
      title: 'Scrutiny',
      publishedOn: '2026-09-15',
      sections,
    };
    const refused = { ...report, periodFrom: '2025-04-01', periodTo: '2026-03-31' };
    expect(await year.refusal('recordReport', refused)).toEqual([['SECTION_MISSING', 'sections']]);
  });
});
