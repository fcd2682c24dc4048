import { MONTHS } from './days';
import * as event from './events';
import type { Year } from './open-year';
import { commissionReview, type Step } from './reviews';

/** The Executive. */
export const EXECUTIVE = 'lambeth-executive';
const LEADS = [
  event.memberOf({ agencyId: 'lambeth-council', seatId: `${EXECUTIVE}:1` }),
  event.memberOf({ agencyId: 'lambeth-ccg', seatId: `${EXECUTIVE}:6` }),
];
/** Who comes for the police, to the first of its two seats. */
export const POLICE = event.memberOf({ agencyId: 'met-police-lambeth-southwark', seatId: `${EXECUTIVE}:7` });
/** Ids of the tests of authority (LAM-05). */
export const TESTS = ['speak-with-authority', 'take-decisions', 'hold-to-account'];
const TRAINING = 'lambeth-training-and-development-subgroup';
/** The three subgroups (LAM-24). */
export const SUBGROUPS = [
  ...[TRAINING, 'lambeth-performance-quality-assurance-and-safeguarding-incidents-subgroup'],
  'lambeth-safeguarding-adolescents-subgroup',
];
/** To whom a serious incident is notified (LAM-16). */
export const INCIDENT_RECIPIENTS = ['EXECUTIVE_CHAIR', 'EXECUTIVE_LEAD_MEMBERS', 'INCIDENTS_SUBGROUP_CHAIR'];
/** What the annual report includes (LAM-35). */
export const SECTIONS = ['impact', 'little-or-no-progress', 'decisions-and-actions', 'feedback'];
const MAKERS: readonly string[] = ['Head of safeguarding, school trust', 'Named nurse'];
const SENT_REPORT = { 'practice-review-panel': '2025-09-08', 'what-works-centre': '2025-09-03' };
/** Where the annual report is made known (LAM-36). */
export const MADE_KNOWN = { website: '2025-09-01', partners: '2025-09-01' };

/** One who comes for the police as a delegate who meets some of the tests. */
export const delegate = (authorityTests: readonly string[]) => ({ ...POLICE, isDelegate: true, authorityTests });

/** A meeting of the Executive with two lead representatives and somebody for the police. */
export const meet = (year: Year, heldOn: string, police: event.Came) =>
  year.record('recordMeeting', {
    ...{ reference: `EX/${heldOn}`, bodyId: EXECUTIVE, heldOn, attendance: [...LEADS, police] },
  });

/** A chair of the Executive. */
export const chairOf = (reference: string, sector: string, appointedOn: string) => ({
  ...{ reference, bodyId: EXECUTIVE, office: 'CHAIR', roleTitle: 'Designated Officer', sector, appointedOn },
});

/** A report of a subgroup that the Executive considered. */
export const report = (year: Year, bodyId: string, receivedOn: string) => {
  const reference = `GR/${bodyId.slice('lambeth-'.length, 24)}/${receivedOn}`;
  return year.record('recordGroupReport', { reference, bodyId, receivedById: EXECUTIVE, receivedOn });
};

/** A hub of a financial year. */
export const hub = (financialYear: string, nth: number, startedOn: string, changeMakers = MAKERS) => ({
  ...{ reference: `LPIH/${financialYear}/${nth}`, financialYear, topic: 'Neglect', startedOn, changeMakers },
});

/** A serious incident in Lambeth. */
export const incident = (year: Year, reference: string, occurredOn: string) =>
  year.record('recordSeriousIncident', {
    ...{ reference, occurredOn, localAuthorityCode: 'E09000022', category: 'CHILD_SERIOUSLY_HARMED' },
  });

/** Notifies it to each of several. */
export async function notify(year: Year, incidentReference: string, sentOn: string, recipients: readonly string[]) {
  for (const recipient of recipients) {
    await year.record('recordIncidentNotification', { incidentReference, recipient, sentOn });
  }
}

/** Records 2025-26 as the terms of reference promise it. */
export async function keepLambeth(year: Year): Promise<void> {
  await fillSeats(year);
  await meetAndReport(year);
  await learn(year);
  await runHubs(year);
  await publish(year);
}

async function fillSeats(year: Year) {
  const places = { 1: 1, 2: 2, 3: 1, 4: 1, 5: 1, 6: 1, 7: 2, 8: 2, 9: 1 };
  for (const [seat, many] of Object.entries(places)) {
    for (let nth = 1; nth <= many; nth += 1) {
      const place = { reference: `EX/${seat}-${nth}`, seatId: `${EXECUTIVE}:${seat}` };
      await year.record('recordAppointment', { ...place, roleTitle: 'Senior officer', appointedOn: '2025-04-01' });
    }
  }
  const manager = { reference: 'BM/1', post: 'BUSINESS_MANAGER', roleTitle: 'LSCP Business Manager' };
  await year.record('recordAppointment', { ...manager, appointedOn: '2025-04-01' });
  const agreed = { appointedOn: '2025-05-01', agreedOn: '2025-04-24', roleTitle: 'Head of service' };
  await year.record('recordAppointment', { reference: 'SG/1', bodyId: TRAINING, ...agreed });
  await year.record('appointChair', chairOf('2024', 'NHS', '2024-10-01'));
  await year.record('appointChair', chairOf('2025', 'POLICE', '2025-10-01'));
  const scrutineer = { office: 'INDEPENDENT_SCRUTINEER', roleTitle: 'Independent Scrutineer' };
  await year.record('appointChair', { ...chairOf('SCRUTINEER', 'INDEPENDENT', '2025-04-01'), ...scrutineer });
}

async function meetAndReport(year: Year) {
  for (const month of MONTHS.filter((_, index) => index % 2 === 0)) {
    await meet(year, `${month}-15`, delegate(TESTS));
    const approved = { ...event.minutesOf(`EX/${month}-15`, `${month}-28`), approvedByChairOn: `${month}-25` };
    await year.record('publishMinutes', approved);
  }
  const money = { financialYear: '2025-26', agencyId: 'lambeth-council', target: 'LOCAL_BUDGET', kind: 'CASH' };
  await year.record('recordContribution', { reference: 'C/1', ...money, pledgedPence: 9_000_000 });
  for (const kind of ['QUALITATIVE', 'QUANTITATIVE']) {
    const measure = { reference: `M/${kind}`, kind, measure: 'Plans that children understand', setOn: '2025-04-15' };
    await year.record('setSuccessMeasure', measure);
  }
  for (const day of ['2025-05-15', '2025-09-15', '2026-01-15']) {
    for (const subgroup of SUBGROUPS) await report(year, subgroup, day);
  }
}

async function learn(year: Year) {
  await incident(year, 'SI/1', '2025-05-12');
  await notify(year, 'SI/1', '2025-05-19', INCIDENT_RECIPIENTS);
  await year.record('recordRapidReview', {
    ...{ reference: 'RR/1', incidentReference: 'SI/1', convenedOn: '2025-05-20', chairDeterminedOn: '2025-05-20' },
    ...{ summariesAskedOn: '2025-05-21', reportedOn: '2025-05-30', recommendsPracticeReview: true },
    ...{ approvedOn: '2025-06-02', sentToPanelOn: '2025-06-03' },
  });
  await commissionReview(year, 'LCSPR/2025/1', '2025-06-10', [
    ['DECIDED', 'EXECUTIVE_CHAIR', '2025-06-09'],
    ...['LOCAL_AUTHORITY', 'POLICE', 'NHS'].map((party): Step => ['CONSULTED', party, '2025-06-06']),
    ...['PARTNERSHIP_MANAGER', 'INDEPENDENT_SCRUTINEER', 'INCIDENTS_SUBGROUP_CHAIR'].map((party): Step => [
      'REVIEWER_RECOMMENDED',
      party,
      '2025-06-12',
    ]),
    ['REVIEWER_COMMISSIONED', null, '2025-06-16'],
    ...['07', '08', '09', '10', '11'].map((month): Step => ['UPDATE', null, `2025-${month}-10`]),
    ...['EXECUTIVE_CHAIR', 'INDEPENDENT_SCRUTINEER'].map((party): Step => ['DRAFT_SUBMITTED', party, '2025-10-10']),
    ['FINAL_COMPLETED', null, '2025-11-10'],
    ['ANONYMITY_SIGNED_OFF', null, '2025-11-20'],
    ...['NATIONAL_PANEL', 'SECRETARY_OF_STATE'].map((party): Step => ['SENT', party, '2025-11-21']),
  ]);
  await year.record('publishPracticeReview', { reference: 'LCSPR/2025/1', publishedOn: '2025-12-01' });
  const learning = { reference: 'REC/1', source: 'PRACTICE_REVIEW', sourceReference: 'LCSPR/2025/1' };
  const what = { theme: 'NEGLECT', agencyId: 'lambeth-council', recommendation: 'Use one tool for neglect.' };
  await year.record('recordRecommendation', { ...learning, ...what, madeOn: '2025-11-10' });
  const action = { recommendationReference: 'REC/1', action: 'Train every team', dueOn: '2026-06-30' };
  await year.record('recordRecommendationAction', { reference: 'ACT/1', ...action });
}

async function runHubs(year: Year) {
  for (const nth of [1, 2, 3]) {
    await year.record('establishLearningHub', hub('2025-26', nth, `2025-0${3 + nth}-22`));
  }
  for (const nth of [1, 2, 3]) {
    for (const [kind, byRole] of Object.entries({
      ...{ AUDIT: 'Independent auditor', REPORT: 'Hub', IMPROVEMENT_PLAN: 'Hub' },
      EVALUATION: 'Independent Scrutineer',
    })) {
      const step = { reference: `LPIH/${nth}/${kind}`, hubReference: `LPIH/2025-26/${nth}`, kind, byRole };
      await year.record('recordLearningHubStep', { ...step, doneOn: '2026-03-10' });
    }
  }
}

async function publish(year: Year) {
  const duties = ['children-families-and-practitioners', 'leadership', 'reporting-agreed'];
  await event.scrutinise(year, duties, '2025-11-03', 'Independent Scrutineer');
  await event.publishReport(year, 'ANNUAL', '2025-09-01', {
    ...{ sections: SECTIONS, sent: { ...SENT_REPORT, ...MADE_KNOWN } },
  });
  const [council, nhs, police] = ['local-authority', 'nhs', 'police'].map((one) => `${one}-governance`);
  const told = { [council!]: '2025-10-01', [nhs!]: '2025-10-08', [police!]: '2025-11-01' };
  await event.publishReport(year, 'PROGRESS', '2025-09-20', { sent: told });
}
