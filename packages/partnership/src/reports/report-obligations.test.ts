import { join } from 'node:path';
import { openSubgraph, type OpenSubgraph } from '../../../../test/support/open-subgraph';
import { definePartnership } from '../define-partnership';

const havering = definePartnership({
  ...{ id: 'havering', typeName: 'HaveringPartnership', localAuthorities: ['E09000016'] },
  factsFolder: join(__dirname, '../../../../subgraphs/havering/facts'),
});
const SECTIONS = ['impact', 'little-or-no-progress', 'decisions-and-actions', 'feedback', 'scrutineer-section'];

describe('what Havering is obliged to of its reports', () => {
  let subgraph: OpenSubgraph;
  beforeAll(async () => {
    subgraph = await openSubgraph(havering);
    await subgraph.reload(false);
  });
  afterAll(() => subgraph.close());

  const ofHavering = async (selection: string) => {
    const { data, errors } = await subgraph.ask(
      `{ _entities(representations: [{ __typename: "HaveringPartnership", id: "havering" }]) {
        ... on HaveringPartnership { ${selection} } } }`,
    );
    expect(errors).toBeUndefined();
    return (data!['_entities'] as Record<string, unknown>[])[0]!;
  };
  const standing = async (on: string) => {
    const { obligations } = await ofHavering(`obligations(on: "${on}") { id status }`);
    return Object.fromEntries(
      (obligations as { id: string; status: string }[])
        .filter(({ id }) => /annual-report|reports-to/.test(id))
        .map(({ id, status }) => [id.split('/')[0]!.slice('havering-'.length), status]),
    );
  };
  const record = async (mutation: string, input: object) => {
    const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
    const { data } = await subgraph.ask(
      `mutation ($input: ${type}!) { done: ${mutation}(input: $input) { userErrors { field message code } } }`,
      { input },
    );
    return (data!['done'] as { userErrors: { field: string[]; message: string; code: string }[] }).userErrors;
  };
  const sent = (recipient: string, sentOn: string) =>
    record('recordReportDispatch', { reportReference: 'annual-2024-25', recipient, sentOn });
  const annual = {
    ...{ reference: 'annual-2024-25', kind: 'ANNUAL', title: 'Annual report', sections: SECTIONS },
    ...{ periodFrom: '2024-04-01', periodTo: '2025-03-31', publishedOn: '2025-09-01' },
  };

  it('cannot be told while nothing is recorded', async () => {
    expect(await standing('2025-12-01')).toEqual({
      ...{ 'reports-to-council-bodies': 'NOT_ASSESSABLE', 'reports-to-nhs-bodies': 'NOT_ASSESSABLE' },
      ...{ 'annual-report-published': 'NOT_ASSESSABLE', 'annual-report-sections': 'NOT_ASSESSABLE' },
      'annual-report-copies': 'NOT_ASSESSABLE',
    });
  });

  it('refuses a report without the section by the Independent Scrutineer, and says so', async () => {
    const [problem, ...others] = await record('recordReport', { ...annual, sections: SECTIONS.slice(0, 4) });
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ code: 'SECTION_MISSING', field: ['input', 'sections'] });
    expect(problem!.message).toContain('scrutineer-section (A section by the Independent Scrutineer; HAV-29)');
  });

  it('is due, overdue and met with the copies, by the days on which they went', async () => {
    expect(await record('recordReport', annual)).toEqual([]);
    expect(await sent('practice-review-panel', '2025-09-08')).toEqual([]);
    expect(await standing('2025-09-08')).toMatchObject({
      ...{ 'annual-report-published': 'MET', 'annual-report-sections': 'MET', 'annual-report-copies': 'DUE' },
      'reports-to-council-bodies': 'DUE',
    });
    expect(await standing('2025-09-09')).toMatchObject({ 'annual-report-copies': 'OVERDUE' });
    expect(await sent('what-works-centre', '2025-09-09')).toEqual([]);
    // It went a day late: the day before, that was not known.
    expect(await standing('2025-09-08')).toMatchObject({ 'annual-report-copies': 'DUE' });
    expect(await standing('2025-09-09')).toMatchObject({ 'annual-report-copies': 'BREACHED' });
    expect(await standing('2026-09-01')).toMatchObject({ 'annual-report-published': 'DUE' });
    expect(await standing('2026-09-02')).toMatchObject({ 'annual-report-published': 'OVERDUE' });
    expect(await ofHavering('reports(kind: ANNUAL) { dispatches { isInTime } awaitedRecipients { part } }')).toEqual({
      reports: [
        {
          dispatches: [{ isInTime: true }, { isInTime: false }],
          awaitedRecipients: [
            ...[{ part: 'child-safety-performance-board' }, { part: 'health-and-wellbeing-board' }],
            ...[{ part: 'council-scrutiny-committees' }, { part: 'corporate-parenting-panel' }],
          ],
        },
      ],
    });
  });

  it('takes as many statements for many reports as for one', async () => {
    const question = 'reports(kind: ANNUAL) { dispatches { dueOn } awaitedRecipients { part } } obligations { status }';
    const counted = async () => {
      subgraph.statements.reset();
      await ofHavering(question);
      return subgraph.statements.count();
    };
    const before = await counted();
    await subgraph.dataSource.query(`
      INSERT INTO report SELECT 'havering-report:r' || n, 'r' || n, 'ANNUAL', 'R', '2010-01-01', '2010-12-31', '2011-01-01', null, '{}', false
      FROM generate_series(1, 50) n`);
    expect(await counted()).toBe(before);
  });
});
