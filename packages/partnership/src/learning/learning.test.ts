import { join } from 'node:path';
import { readFacts } from '../facts/read-facts';
import { openSubgraph, type OpenSubgraph } from '../../../../test/support/open-subgraph';
import { definePartnership } from '../define-partnership';

const factsFolder = join(__dirname, '../../../../subgraphs/tri-borough/facts');
const triBorough = definePartnership({
  ...{ id: 'tri-borough', typeName: 'TriBoroughPartnership', localAuthorities: ['E09000013', 'E09000020'] },
  factsFolder,
});
const ON = '2026-10-31';

let hub: OpenSubgraph;
beforeAll(async () => void (hub = await openSubgraph(triBorough)));
afterAll(() => hub?.close());

const ask = async (fields: string) => {
  const { data, errors } = await hub.ask(
    `{ _entities(representations: [{ __typename: "TriBoroughPartnership", id: "tri-borough" }]) {
        ... on TriBoroughPartnership { ${fields} } } }`,
  );
  expect(errors).toBeUndefined();
  return (data!['_entities'] as Record<string, unknown>[])[0]!;
};

describe('what the demonstration shows of learning and assurance', () => {
  it('judges each obligation by what is recorded', async () => {
    const { obligations } = (await ask(`obligations(on: "${ON}") { id status reason }`)) as {
      obligations: { id: string; status: string }[];
    };
    const statuses = Object.fromEntries(obligations.map(({ id, status }) => [id.split('/')[0]!, status]));
    expect(statuses).toMatchObject({
      'tri-borough-learning-newsletter': 'MET',
      'tri-borough-rapid-reviews': 'NOT_ASSESSABLE',
      'tri-borough-review-criteria': 'MET',
      'tri-borough-practice-review-decided': 'MET',
      'tri-borough-practice-review-commissioned': 'MET',
      'tri-borough-practice-review-copies': 'MET',
      'tri-borough-learning-disseminated': 'MET',
      'tri-borough-challenge-log': 'MET',
      'tri-borough-section-11-audits': 'MET',
    });
    const none = { NOT_SPECIFIED: 'NOT_SPECIFIED' };
    const rules = readFacts(factsFolder).obligations.filter(({ judgedBy }) => 'records' in judgedBy);
    for (const { id } of rules) expect(none).not.toHaveProperty(statuses[id]!);
  });

  it('shows reviews without a child, their steps, and what was recommended', async () => {
    const answer = (await ask(`
      practiceReviews(first: 10) { edges { node {
        reference kind finalDue isBeyondDate(on: "${ON}") publishedOn steps { kind party } dissemination { channel } } } }
      recommendations(first: 2) { edges { node { theme agency { id } actions { dueOn doneOn } } } }
      recommendationThemes(since: "2025-04-01") { theme recommendations notAccepted }
      learningArrangement { copiesTo copyDaysBefore reviewDecidedBy }
    `)) as Record<string, { edges: { node: Record<string, unknown> }[] }>;
    expect(answer['practiceReviews']!.edges.map(({ node }) => [node['reference'], node['isBeyondDate']])).toEqual([
      ['LCSPR/2026/1', null],
      ['GPR/2025/1', null],
      ['LCSPR/2025/1', null],
    ]);
    expect(answer['recommendations']!.edges).toHaveLength(2);
    const themes = answer['recommendationThemes'] as unknown as { recommendations: number }[];
    expect(themes[0]).toMatchObject({ theme: 'INFORMATION_SHARING', recommendations: 2 });
    expect(answer['learningArrangement']).toMatchObject({ copyDaysBefore: 7 });
  });

  it('shows challenges that are open on a day, and for how long', async () => {
    const { openChallenges } = (await ask(`
      openChallenges(on: "${ON}") { reference raisedOn daysOpen(on: "${ON}") escalations { step } }`)) as {
      openChallenges: { reference: string; daysOpen: number }[];
    };
    expect(openChallenges.length).toBeGreaterThan(0);
    for (const { daysOpen } of openChallenges) expect(daysOpen).toBeGreaterThan(0);
  });

  it('tells of incidents at home, and in safe counts elsewhere', async () => {
    const { incidentTimeliness } = await ask('incidentTimeliness(financialYear: "2025-26") { inTime total }');
    expect(incidentTimeliness).toEqual({ inTime: null, total: null });
    const { data, errors } = await hub.askOwn(`{
      seriousIncidents(first: 2) { edges { node {
        reference occurredOn category workingDaysToNotify notifications { recipient sentOn } } } }
      rapidReviews(first: 2) { edges { node { reference sentToPanelOn } } } }`);
    expect(errors).toBeUndefined();
    expect((data!['seriousIncidents'] as { edges: unknown[] }).edges).toHaveLength(2);
  });
});
