import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isChildLevelScope } from '@hub/access';
import { accessMatrix } from '@hub/registry';
import {
  buildSchema,
  getNamedType,
  getNullableType,
  isListType,
  isObjectType,
  type GraphQLField,
  type GraphQLSchema,
} from 'graphql';
import { referenceSupergraph } from '../support/reference-schema';

const DOCS = join(__dirname, '../../docs');
const read = (file: string) => readFileSync(join(DOCS, file), 'utf8');
const schema = buildSchema(read('reference/schema/api.graphql'));
const matrix = accessMatrix(referenceSupergraph().supergraphSdl);

/** What names a number of children, or says when it was so: no number itself, and nothing that is there or not. */
const NAMES = [
  ...['asOf', 'category', 'clock', 'code', 'coverage', 'destination', 'destinationCode', 'gssCode', 'authority'],
  ...['isSynthetic', 'kind', 'origin', 'originCode', 'pair', 'quarter', 'responsible', 'responsibleCode', 'state'],
  ...['total', 'counts', 'node', 'cursor', 'pageInfo'],
  ...['childrenMovedOften', 'disputedMovements', 'distantPlacementsWithoutApproval', 'overdueMovements'],
];

/** Types that have to do with no child, in whatever number: of these, numbers and lists may be shown as they are. */
const OF_NO_CHILD = [
  // The founding documents, and what they set up.
  ...['TermsOfReference', 'Signatory', 'Clause', 'Body', 'ChairArrangement', 'Seat', 'StatutoryPartner', 'Relation'],
  ...['SourcedText', 'MemberAgreement', 'LearningHubArrangement', 'LearningHub', 'Priority', 'ThresholdDocument'],
  ...['Meeting', 'MeetingConnection', 'ExecutiveDecision', 'ExecutiveDecisionConnection', 'Obligation'],
  ...['Report', 'ReportPart', 'ReportRequirement', 'LondonResponse', 'LondonResponseConnection'],
  // How many times children were heard, and no children: one row may stand for one child or for a school.
  'VoiceOfChildrenConnection',
  // Training: of the staff of agencies.
  ...['TrainingAttendance', 'TrainingCourse', 'TrainingEvaluation', 'TrainingReach'],
  // What meetings are, and who came, by role: of the staff of agencies. What documents say.
  ...['AttendanceRate', 'BodyBusiness', 'BodyDecision', 'BodyDecisionConnection', 'DocumentChange', 'MeetingAttendance'],
  ...['MeetingMinutes', 'ScheduledMeeting', 'ScheduledMeetingConnection', payload('RecordExecutiveMeeting')],
  ...['LondonScp.attendanceRates', 'LondonScp.meetings'],
  // Who sits where, by role: members of bodies, and no children.
  ...['ChairAppointment', 'Vacancy', 'GroupComposition', 'GroupReportConnection', 'BoardContactConnection'],
  ...['ConfidentialityPermissionConnection', ...['AppointChair', 'EndAppointment', 'EndChair', 'RecordAppointment'].map(payload)],
  // Counted by the document, of schools and homes.
  ...['EducationProvision', 'ResidentialHomes'],
  // Money. A charge names a practice review, and no child.
  ...['AccountSide', 'PublishedAccount', 'Equity', 'PartnershipEquity', 'PooledBudget', 'Reconciliation', 'Reserve', 'Share'],
  ...['HaveringBudgetYear', 'LambethBudgetYear', 'RedbridgeBudgetYear', 'TriBoroughBudgetYear', 'ContributionInstalments'],
  // Procedures, networks, the directory.
  ...['Procedure', 'ProcedureAdoption', 'ProcedureAdoptionSummary', 'ProcedureEdition', 'ProcedureRule', 'SignatureSummary'],
  ...['AdoptionPosition', 'AdoptionVariation', 'Network', 'NetworkLocalBodies', 'NetworkMeetingConnection', 'NetworkMembers'],
  ...['LocalAuthority', 'PartnershipCoverage', 'Coverage', 'PageInfo', 'UserError', 'RecordChange', 'RecordChangeConnection'],
  // Reviews, recommendations, audits, challenges and scrutiny (ADR 0070).
  ...['AssuranceArrangement', 'AssuranceStatement', 'LearningArrangement', 'PracticeAudit', 'PracticeReview'],
  ...['ProfessionalChallenge', 'Recommendation', 'ThemeCount'],
  ...['CelcReport', 'PracticeAudit', 'PracticeReview', 'ProfessionalChallenge', 'Recommendation', 'ScrutinyActivity'].map(
    (name) => `${name}Connection`,
  ),
  // Incidents, in safe counts alone (ADR 0070).
  'IncidentTimeliness',
  // What mutations about these answer.
  ...['AddProcedure', 'AdoptProcedure', 'Allocation', 'ApproveLocalBudget', 'ChargeReserve', 'ExecutiveDecision'].map(payload),
  ...['Expenditure', 'Network', 'NetworkConnection', 'OpenReserve', 'PooledBudget', 'PooledContribution'].map(payload),
  ...['PublishProcedureEdition', 'RecordContribution', 'RecordProcedureRule', 'RecordProcedureTraining'].map(payload),
  ...['RecordThresholdDocument', 'SignAgreement', 'RecordLondonResponse', 'ReportToCelc', 'CarryForward'].map(payload),
  // Of types that have other fields too.
  ...['executiveDecisions', 'localAuthorities', 'networks', 'partnerships', 'procedures'].map((field) => `Query.${field}`),
  ...['celcReports', 'londonResponses'].map((field) => `Query.${field}`),
  ...['bodies', 'obligations', 'recordChanges', 'relations', 'statutoryPartners'].map((field) => `LondonScp.${field}`),
  ...['appointments', 'chairs', 'vacancies'].map((field) => `LondonScp.${field}`),
  ...[
    ...['agencies', 'agreementSignatures', 'assertions', 'bodies', 'contributions', 'coverage', 'educationProvision'],
    ...['layMembers', 'learningHubs', 'localAuthorities', 'localGroups', 'meetings', 'networkConnections', 'priorities'],
    ...['procedureAdoptions', 'procedureTraining', 'publishedAccounts', 'relations', 'reserves', 'residentialHomes'],
    ...['obligations', 'recordChanges', 'statutoryPartners', 'reportRequirements', 'reports', 'planDocuments'],
    ...['quarterlyThemes', 'successMeasures', 'safeguardingIssues', 'voiceOfChildren', 'trainingCourses', 'trainingReach'],
    ...['documents', 'documentChanges'],
    ...['challenges', 'openChallenges', 'practiceAudits', 'practiceReviews', 'recommendations', 'recommendationThemes'],
    'scrutinyActivities',
    ...['appointments', 'boardContacts', 'chairs', 'compositions', 'confidentialityPermissions', 'groupReports'],
    ...['memberSignatures', 'unsignedMembers', 'vacancies'],
  ].map((field) => `Partnership.${field}`),
]; // prettier-ignore

function payload(name: string): string {
  return `${name}Payload`;
}

/** What the table of the decision lists. */
function decided(): string[] {
  const rows = read('adr/0026-movements-as-numbers.md')
    .split('\n')
    .filter((line) => line.startsWith('| `'));
  return rows.flatMap((row) => [...row.split('|')[1]!.matchAll(/`(\w+\.\w+)`/g)].map(([, field]) => field!));
}

/** Whether a field tells a number, or by its length how many there are. */
function isNumber({ type }: GraphQLField<unknown, unknown>): boolean {
  const { name } = getNamedType(type);
  return isListType(getNullableType(type)) || ['Int', 'Float'].includes(name) || /Connection$/.test(name);
}

/** Fields by whom they are for, each as `Type.field`. */
function fieldsOf(of: GraphQLSchema): Record<'counting' | 'others', { name: string; isNumber: boolean }[]> {
  const fields = { counting: [], others: [] } as ReturnType<typeof fieldsOf>;
  for (const type of Object.values(of.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__') || type.name === 'Mutation') continue;
    for (const field of Object.values(type.getFields())) {
      const scopes = matrix.find((row) => row.type === type.name && row.field === field.name)?.requirement.scopes ?? [];
      const isOfAChild = scopes.length > 0 && scopes.every((together) => together.some(isChildLevelScope));
      const isCounting = scopes.some((together) => together.includes('movements:count'));
      if (isOfAChild && !isCounting) continue;
      const one = { name: `${type.name}.${field.name}`, isNumber: isNumber(field) };
      fields[isCounting ? 'counting' : 'others'].push(one);
    }
  }
  return fields;
}

/** Numbers of a schema that nobody decided on. */
function undecided(of: GraphQLSchema): string[] {
  const { counting, others } = fieldsOf(of);
  const listed = decided();
  const matters = others
    .filter(({ isNumber: is }) => is)
    .map(({ name }) => name)
    .filter((name) => {
      const [type, field] = name.split('.') as [string, string];
      const ofAny = type.endsWith('Partnership') ? `Partnership.${field}` : name;
      return ![type, name, ofAny].some((one) => OF_NO_CHILD.includes(one));
    });
  const numbers = counting
    .filter(({ name, isNumber: is }) => (is ? !listed.includes(name) : !NAMES.includes(name.split('.')[1]!)))
    .map(({ name }) => name);
  return [...numbers, ...matters];
}

describe('numbers of children', () => {
  it('are those that the decision lists, and no others', () => {
    expect(undecided(schema)).toEqual([]);
    const numbers = fieldsOf(schema).counting.filter(({ isNumber: is }) => is);
    expect(decided().sort()).toEqual(numbers.map(({ name }) => name).sort());
  });

  it.each([
    ['of a type that is counted', /(type MovementFlow \{)/, 'MovementFlow.children'],
    ['that is asked at the top', /(type Query \{)/, 'Query.children'],
    ['that a partnership publishes', /(type LambethPartnership [^{]*\{)/, 'LambethPartnership.children'],
    ['of a new type', /(type Clause \{)/, 'Inspection.children'],
  ])('are missed where one is new: %s', (_, place, name) => {
    const sdl = read('reference/schema/api.graphql');
    const other = name.startsWith('Inspection')
      ? `${sdl}\ntype Inspection { children: Int }`
      : sdl.replace(place, '$1 children: Int');
    expect(undecided(buildSchema(other))).toEqual([name]);
  });
});
