import { fillEarlierYears } from '../benchmarks/earlier-years';
import { havering } from '../../subgraphs/havering/src/havering';
import { lambeth } from '../../subgraphs/lambeth/src/lambeth';
import { redbridge } from '../../subgraphs/redbridge/src/redbridge';
import { triBorough } from '../../subgraphs/tri-borough/src/tri-borough';
import { openSubgraph, type OpenSubgraph } from '../support/open-subgraph';

const NINE_YEARS = 9;
const all = (field: string, node: string) => `${field}(first: 100) { edges { node { ${node} } } }`;

/** What is asked of every partnership, by the name of what it asks for. */
const FIELDS = {
  obligations: 'obligations(on: "2026-10-31") { id status reason clause { id } body { name } shownBy { record } }',
  vacancies: 'vacancies(on: "2026-10-31") { seat { title agency { name } } body { name } filled }',
  appointments: 'appointments(on: "2026-10-31") { seat { title } body { name } agency { name } isRenewed termEndsOn }',
  chairs: 'chairs(on: "2026-10-31") { body { name } agency { name } termEndsOn }',
  meetings: all(
    'meetings',
    `heldOn quorum missingAgencies { name } sectorsRepresented attendance { agency { name } isRepresentation } body { name }
     agenda { kind } minutes { publishedOn signOffs { agency { name } } }`,
  ),
  decisions: `business { ${all('decisions', 'finalOn awaited { name } signOffs { agency { name } } body { name }')} }`,
  scheduled: `business { ${all('scheduledMeetings', 'scheduledFor body { name }')} }`,
  attendanceRates: 'business { attendanceRates(from: "2017-01-01", to: "2026-10-31") { agency { name } attended } }',
  reports: 'reports(kind: ANNUAL) { title dispatches { recipient } awaitedRecipients { name } sections }',
  practiceReviews: all('practiceReviews', 'isBeyondDate finalDue steps { kind } dissemination { channel }'),
  recommendations: all('recommendations', 'agency { name } actions { doneOn }'),
  recommendationThemes: 'recommendationThemes(since: "2017-01-01") { theme recommendations }',
  incidentTimeliness: 'incidentTimeliness(financialYear: "2026-27") { inTime medianWorkingDays }',
  practiceAudits: all('practiceAudits', 'findings'),
  challenges: all('challenges', 'agency { name } daysOpen escalations { step }'),
  openChallenges: 'openChallenges { agency { name } escalations { step } }',
  scrutinyActivities: all('scrutinyActivities', 'duty'),
  groupReports: all('groupReports', 'body { name } receivedBy { name }'),
  boardContacts: all('boardContacts', 'board { id }'),
  priorities: 'priorities { title reviews { reviewedOn } }',
  plans: 'planDocuments { title } successMeasures { measure } quarterlyThemes { title }',
  issues: 'safeguardingIssues(kind: LOCAL_RISK) { title }',
  voiceOfChildren: all('voiceOfChildren', 'said'),
  training: `trainingCourses(financialYear: "2026-27") { attendance { agency { name } } evaluations { stage } }
    trainingReach(financialYear: "2026-27") { agency { name } attended }`,
};

/** Of some alone. */
const OWN: Readonly<Record<string, Record<string, string>>> = {
  redbridge: {
    unsignedMembers: 'unsignedMembers(on: "2026-10-31") { seat { title } agency { name } body { name } }',
    memberSignatures: 'memberSignatures { id }',
  },
  lambeth: { learningHubs: 'learningHubs(financialYear: "2026-27") { topic changeMakers steps { __typename } }' },
  'tri-borough': {
    compositions: 'compositions(on: "2026-10-31") { members { agency { name } } } localGroups { name }',
  },
};

interface PlanNode {
  'Node Type': string;
  'Relation Name'?: string;
  Filter?: string;
  Plans?: PlanNode[];
}

/** Whole tables that are read to keep some of their rows. */
function filteredScans(node: PlanNode): string[] {
  const own = node['Node Type'] === 'Seq Scan' && node.Filter ? [`${node['Relation Name']}: ${node.Filter}`] : [];
  return [...own, ...(node.Plans ?? []).flatMap(filteredScans)];
}

describe.each([
  ['HaveringPartnership', havering],
  ['LambethPartnership', lambeth],
  ['RedbridgePartnership', redbridge],
  ['TriBoroughPartnership', triBorough],
])('%s', (type, definition) => {
  let subgraph: OpenSubgraph;
  const fields = Object.entries({ ...FIELDS, ...OWN[definition.name] });
  const few = new Map<string, Asked>();

  /** Statements, and how much was answered. */
  interface Asked {
    statements: number;
    length: number;
  }

  async function ask(selection: string, anew = true): Promise<Asked> {
    const itself = `_entities(representations: [{ __typename: "${type}", id: "${definition.name}" }])`;
    if (anew) subgraph.statements.reset();
    const { data, errors } = await subgraph.ask(`{ ${itself} { ... on ${type} { ${selection} } } }`);
    expect(errors).toBeUndefined();
    return { statements: subgraph.statements.count(), length: JSON.stringify(data).length };
  }

  beforeAll(async () => {
    subgraph = await openSubgraph(definition);
    for (const [name, selection] of fields) few.set(name, await ask(selection));
    await fillEarlierYears((sql, parameters) => subgraph.dataSource.query(sql, parameters), NINE_YEARS);
  });
  afterAll(() => subgraph.close());

  it.each(fields)('asks its database as often for %s of ten years as of one', async (name, selection) => {
    const { statements } = await ask(selection);
    expect(statements).toBe(few.get(name)!.statements);
  });

  it('finds what it filters by an index', async () => {
    subgraph.statements.reset();
    for (const [, selection] of fields) await ask(selection, false);
    const asked = [...new Set(subgraph.statements.statements)].filter((sql) => sql.trimStart().startsWith('SELECT'));
    expect(asked.length).toBeGreaterThan(10);
    const { dataSource } = subgraph;
    const scanned = await dataSource.transaction(async (manager) => {
      // A table of a few pages is read whole where it can be; where there is no index it is read so even then.
      await manager.query('SET LOCAL enable_seqscan = off');
      const plans: { 'QUERY PLAN': [{ Plan: PlanNode }] }[][] = [];
      for (const sql of asked) plans.push(await manager.query(`EXPLAIN (GENERIC_PLAN, FORMAT JSON) ${sql}`));
      return plans.flatMap(([plan]) => filteredScans(plan!['QUERY PLAN'][0].Plan));
    });
    expect([...new Set(scanned)]).toEqual([]);
  });

  it('answers more of ten years', async () => {
    expect((await ask(FIELDS.meetings)).length).toBeGreaterThan(2 * few.get('meetings')!.length);
  });
});
