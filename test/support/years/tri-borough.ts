import { QUARTERS } from './days';
import * as event from './events';
import type { Year } from './open-year';
import { commissionReview, type Step } from './reviews';

export const [LSCP, PLANNING_GROUP] = ['tri-borough-lscp', 'tri-borough-strategic-planning-group'];
/** The tests of authority (TRI-09). */
export const TESTS = ['speak-with-authority', 'take-decisions', 'hold-to-account', 'delegate-authority'];
/** What the annual report includes (TRI-51). */
export const SECTIONS = [
  ...['priorities-and-progress', 'key-work', 'feedback', 'training', 'learning-points', 'areas-of-focus'],
];
/** The subgroups that update the partnership (TRI-40). */
export const SUBGROUPS = [
  'case-review',
  'learning-and-development',
  'safeguarding-adolescents',
  'quality-assurance',
].map((name) => `tri-borough-${name}-subgroup`);
/** The Local Groups that hear children (TRI-38). */
export const LOCAL_GROUPS = ['hammersmith-and-fulham', 'kensington-and-chelsea', 'westminster'].map(
  (name) => `tri-borough-local-group-${name}`,
);
const PARTNERS = ['lbhf', 'rbkc', 'wcc', 'met-police-central-west-bcu', 'nwl-ccgs'];
const RECIPIENTS = ['NATIONAL_PANEL', 'SECRETARY_OF_STATE', 'OFSTED'];
const BOARDS = [
  ...['health-and-wellbeing-boards', 'safeguarding-adults-boards', 'community-safety-partnerships'],
  'violence-against-women-and-girls-board',
].map((name) => `tri-borough-${name}`);

/** One of the five partners, in a capacity. */
export const partner = (nth: number, capacity: string) =>
  event.memberOf({ agencyId: PARTNERS[nth - 1]!, seatId: `${LSCP}:${nth}` }, capacity);

/** Headteachers of the three authorities, and the leads for schools. */
export const SCHOOLS: readonly event.Came[] = [32, 33, 34, 35].map((seat) => ({
  ...{ seatId: `${LSCP}:${seat}`, role: 'For schools', capacity: seat === 35 ? 'ATTENDEE' : 'MEMBER' },
}));

const PROBATION = { agencyId: 'probation', seatId: `${LSCP}:11`, capacity: 'MEMBER', role: 'Head of service' };

/** A meeting of the LSCP, with the papers and the items that the arrangements ask for unless another is given. */
export const meet = (year: Year, heldOn: string, attendance: readonly event.Came[], more = {}) =>
  year.record('recordMeeting', {
    ...{ reference: `LSCP/${heldOn}`, bodyId: LSCP, heldOn, papersSentTo: ['MEMBER', 'VIRTUAL_MEMBER'] },
    ...{ agenda: [{ kind: 'ATTENDANCE', title: 'Attendance' }], attendance, ...more },
  });

/** A meeting of the Strategic Planning Group, and the theme that it agreed. */
export async function plan(year: Year, heldOn: string, quarter: string) {
  await year.record('recordMeeting', { reference: `SPG/${heldOn}`, bodyId: PLANNING_GROUP, heldOn, attendance: [] });
  await year.record('agreeQuarterlyTheme', { quarter, title: 'Transitions', agreedOn: heldOn });
}

/** An update of a group, which says how it heard children unless it does not. */
export const update = (year: Year, bodyId: string, receivedOn: string, voiceOfTheChild: string | null = 'A survey.') =>
  year.record('recordGroupReport', {
    ...{ reference: `${bodyId}/${receivedOn}`, bodyId, receivedById: LSCP, receivedOn, voiceOfTheChild },
  });

/** What a quarter has beside the meeting of the LSCP. */
export async function keepQuarter(year: Year, month: string, quarter: string) {
  await plan(year, `${month}-06`, quarter);
  for (const group of [...SUBGROUPS, ...LOCAL_GROUPS]) await update(year, group, `${month}-09`);
  await event.scrutinise(year, ['attendance'], `${month}-14`, 'Independent Chair');
  await event.publishReport(year, 'EXCEPTIONS', `${month}-14`);
}

/** A local review that was completed, signed off and sent on a day, to be published. */
export const reviewSentOn = (year: Year, reference: string, initiatedOn: string, completedOn: string, sentOn: string) =>
  commissionReview(
    ...([year, reference, initiatedOn] as const),
    [
      ...['LOCAL_AUTHORITY', 'POLICE', 'NHS'].map((party): Step => ['DECIDED', party, initiatedOn]),
      ...[['REVIEWER_COMMISSIONED', null, initiatedOn] as Step, ['GROUP_DETERMINED', null, initiatedOn] as Step],
      ...[['FINAL_COMPLETED', null, completedOn] as Step, ['ANONYMITY_SIGNED_OFF', null, completedOn] as Step],
      ...RECIPIENTS.map((party): Step => ['SENT', party, sentOn]),
    ],
    ['IMPROVEMENTS_NEEDED', 'RECURRENT_THEMES'],
  );

/** Records 2025-26 as the arrangements promise it. */
export async function keepTriBorough(year: Year): Promise<void> {
  await event.appoint(year, LSCP, [...Array.from({ length: 23 }, (_, index) => index + 1), 32, 33, 34], '2025-04-01');
  for (const group of LOCAL_GROUPS) await event.appoint(year, group, [1], '2025-04-01');
  const officer = { reference: 'EO/1', post: 'ENGAGEMENT_OFFICER', roleTitle: 'Engagement officer' };
  await year.record('recordAppointment', { ...officer, appointedOn: '2025-04-01' });
  for (const [index, month] of QUARTERS.entries()) {
    const [isWithLeads, capacity] = index % 2 === 0 ? [true, 'LEAD_SAFEGUARDING_PARTNER'] : [false, 'MEMBER'];
    const came = [partner(1, capacity), partner(4, capacity), partner(5, capacity), ...SCHOOLS];
    const delegate = { ...PROBATION, isDelegate: true, authorityTests: TESTS };
    const items = [{ kind: 'ATTENDANCE', title: 'Attendance' }];
    const review = { kind: 'PLANNING_GROUP_REVIEW', title: 'Work of the planning group' };
    await meet(year, `${month}-15`, [...came, delegate], { agenda: isWithLeads ? [...items, review] : items });
    await keepQuarter(year, month, `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5)) / 3)}`);
  }
  await planYear(year);
  await learnAndTrain(year);
  await assure(year);
  const sent = { website: '2025-09-01', 'practice-review-panel': '2025-09-08', 'what-works-centre': '2025-09-08' };
  await event.publishReport(year, 'ANNUAL', '2025-09-01', { sections: SECTIONS, sent });
  await event.publishReport(year, 'CHILD_VERSION', '2025-09-20');
  const told = { 'safeguarding-partners': '2025-07-02', 'wider-lscp': '2025-07-15' };
  await event.publishReport(year, 'BUDGET', '2025-07-01', { sent: told });
  await event.publishReport(year, 'CHILD_DEATH_OVERVIEW', '2025-10-01', { sent: { lscp: '2025-10-15' } });
}

async function planYear(year: Year) {
  for (const [name, setOn] of [
    ['neglect', '2025-04-15'],
    ['exploitation', '2025-05-01'],
  ] as const) {
    const priority = { reference: `2025-26/${name}`, title: name, financialYear: '2025-26', setOn };
    await year.record('setPriority', priority);
  }
  const review = { priorityId: 'tri-borough-priority:2025-26/neglect', reviewedOn: '2026-03-10' };
  await year.record('reviewPriority', { ...review, progress: 'PROGRESS', evidence: 'Audits of plans for neglect.' });
  for (const kind of ['TRAINING_NEEDS_ANALYSIS', 'LEARNING_FRAMEWORK']) {
    const document = { reference: `DOC/${kind}`, kind, title: kind, owner: 'Subgroup', agreedOn: '2025-05-12' };
    await year.record('recordPlanDocument', document);
  }
  const heard = { reference: 'VOICE/1', kind: 'COLLECTIVE', source: 'YOUTH_COUNCIL', subject: 'SERVICES' };
  const said = { said: 'Tell us what happens next.', changed: 'A letter is sent after each visit.' };
  await year.record('recordVoiceOfChildren', { ...heard, ...said, heardOn: '2025-06-10', toldOn: '2025-07-10' });
  for (const relationId of BOARDS) {
    const contact = { reference: `${relationId}/2025`, relationId, kind: 'MEETING', heldOn: '2025-11-12' };
    await year.record('recordBoardContact', contact);
  }
  const document = { reference: 'THRESHOLDS/1', title: 'Thresholds Document', publishedOn: '2024-06-01' };
  await year.record('recordThresholdDocument', document);
}

async function learnAndTrain(year: Year) {
  await reviewSentOn(year, 'LCSPR/2025/1', '2025-05-01', '2025-10-01', '2025-10-10');
  await year.record('publishPracticeReview', { reference: 'LCSPR/2025/1', publishedOn: '2025-10-17' });
  for (const channel of ['SUBGROUP_MEMBERS', 'NEWSLETTER', 'WEBSITE', 'TRAINING']) {
    const spread = { reference: `LEARNING/${channel}`, reviewReference: 'LCSPR/2025/1', channel };
    await year.record('recordLearningDissemination', { ...spread, disseminatedOn: '2025-11-03' });
  }
  const recommendation = { reference: 'REC/1', source: 'PRACTICE_REVIEW', sourceReference: 'LCSPR/2025/1' };
  const what = { theme: 'NEGLECT', agencyId: 'lbhf', recommendation: 'Use one tool.', madeOn: '2025-10-01' };
  await year.record('recordRecommendation', { ...recommendation, ...what });
  const action = { reference: 'ACT/1', recommendationReference: 'REC/1', action: 'Train teams' };
  await year.record('recordRecommendationAction', { ...action, dueOn: '2026-12-31' });
  await trainOn(year, 'COURSE/1', '2025-11-20', ['DELEGATE', 'MANAGER']);
}

/** A course, with evaluations before and after by some. */
export async function trainOn(year: Year, reference: string, heldOn: string, respondents: readonly string[]) {
  const course = { reference, title: 'Neglect', heldOn, places: 20, reflects: ['AUDITS'], isCoDelivered: true };
  await year.record('recordTrainingCourse', course);
  for (const stage of ['BEFORE', 'AFTER']) {
    for (const respondent of respondents) {
      const answers = { courseReference: reference, stage, respondent, responses: 10, confident: 6 };
      await year.record('recordTrainingEvaluation', answers);
    }
  }
}

async function assure(year: Year) {
  const shared = { completedOn: '2025-12-01', learningSharedOn: '2026-01-15' };
  for (const [reference, kind] of [
    ...[
      ['A/1', 'MULTI_AGENCY'],
      ['A/2', 'MULTI_AGENCY'],
      ['A/3', 'SINGLE_AGENCY'],
      ['A/4', 'SECTION_11'],
    ],
  ] as const) {
    await year.record('recordPracticeAudit', { reference, kind, theme: 'Neglect', findings: 4, ...shared });
  }
  const challenge = { reference: 'CH/1', subject: 'Attendance at conferences', agencyId: 'nwl-ccgs' };
  await year.record('raiseChallenge', { ...challenge, raisedOn: '2025-08-01' });
  const ofPartners = ['partners-engaged', 'agencies-engaged', 'terms-of-reference'];
  const ofWork = ['priorities', 'subgroups', 'case-reviews', 'lay-members-and-young-scrutineers'];
  await event.scrutinise(year, [...ofPartners, ...ofWork], '2025-11-03', 'Independent Chair');
}
