import { join } from 'node:path';
import { openSubgraph, type OpenSubgraph } from '../../../../test/support/open-subgraph';
import { definePartnership } from '../define-partnership';

const havering = definePartnership({
  ...{ id: 'havering', typeName: 'HaveringPartnership', localAuthorities: ['E09000016'] },
  factsFolder: join(__dirname, '../../../../subgraphs/havering/facts'),
});

describe('a demonstration record, under whose reference a real one is recorded later', () => {
  let subgraph: OpenSubgraph;
  beforeAll(async () => {
    subgraph = await openSubgraph(havering);
  });
  afterAll(() => subgraph?.close());

  /** The codes with which a sign-off of it is refused. */
  async function signOff(subject: object): Promise<string[]> {
    const input = { ...subject, agencyId: 'nel-ccg', signedOn: '2026-11-01', byRole: 'Accountable officer' };
    const { data } = await subgraph.ask(
      'mutation ($input: RecordSignOffInput!) { recordSignOff(input: $input) { userErrors { code } } }',
      { input },
    );
    const { userErrors } = data!['recordSignOff'] as { userErrors: { code: string }[] };
    return userErrors.map(({ code }) => code);
  }

  it.each([
    ['meeting', 'meetingReference', 'MEETING_IS_DEMONSTRATION'],
    ['body_decision', 'decisionReference', 'DECISION_IS_DEMONSTRATION'],
  ])('is signed off by nobody real, who would have signed off that one: %s', async (table, field, code) => {
    const rows = await subgraph.dataSource.query<{ reference: string }[]>(
      `SELECT reference FROM ${table} WHERE is_synthetic AND reference IS NOT NULL LIMIT 1`,
    );
    expect(await signOff({ [field]: rows[0]!.reference })).toEqual([code]);
  });
});
