import { join } from 'node:path';
import { openSubgraph, type OpenSubgraph } from '../../../../test/support/open-subgraph';
import { definePartnership } from '../define-partnership';
import { demonstrationInstalments } from './demonstration-instalments';
import { demonstrationLedger } from './demonstration-ledger';

const lambeth = definePartnership({
  ...{ id: 'lambeth', typeName: 'LambethPartnership', localAuthorities: [] },
  factsFolder: join(__dirname, '../../../../subgraphs/lambeth/facts'),
});
const [paid] = demonstrationLedger('lambeth').filter((line) => demonstrationInstalments(line).payments.length > 1);

describe("instalments in a partnership's own ledger", () => {
  let subgraph: OpenSubgraph;
  beforeAll(async () => {
    subgraph = await openSubgraph(lambeth);
  });
  afterAll(() => subgraph?.close());

  const ledger = async () => {
    const { data, errors } = await subgraph.ask(
      `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on LambethPartnership {
        contributions(financialYear: "2026-27") { reference pledgedPence paidPence paidOn isSynthetic
          instalments { agreed { amountPence } payments { amountPence } outstandingPence(on: "2026-10-31") } } } } }`,
      { representations: [{ __typename: 'LambethPartnership', id: 'lambeth' }] },
    );
    expect(errors).toBeUndefined();
    type Line = { reference: string; pledgedPence: number; paidPence: number; instalments: Record<string, any> | null }; // eslint-disable-line @typescript-eslint/no-explicit-any
    return (data!['_entities'] as { contributions: Line[] }[])[0]!.contributions;
  };
  const sum = (rows: { amountPence: number }[]) => rows.reduce((all, { amountPence }) => all + amountPence, 0);

  it('add up to the pledge, and what is paid is the sum of the payments', async () => {
    const inInstalments = (await ledger()).filter(({ instalments }) => instalments !== null);
    expect(inInstalments.length).toBeGreaterThan(0);
    for (const { pledgedPence, paidPence, instalments } of inInstalments) {
      expect(sum(instalments!['agreed'])).toBe(pledgedPence);
      expect(sum(instalments!['payments'])).toBe(paidPence);
      expect(instalments!['outstandingPence']).toBe(pledgedPence - paidPence);
    }
  });

  it('read a ledger with as many SQL statements, whatever the number of its contributions', async () => {
    const count = async () => {
      subgraph.statements.reset();
      await ledger();
      return subgraph.statements.count();
    };
    const before = await count();
    await subgraph.dataSource.query(`
      INSERT INTO contribution (id, reference, financial_year, agency_id, target, kind, pledged_pence, is_synthetic)
        SELECT 'N/' || n, 'N/' || n, '2026-27', 'lambeth-council', 'LOCAL_BUDGET', 'CASH', 10, false FROM generate_series(1, 50) n;
      INSERT INTO instalment_payment SELECT 'N/' || n || '/1', 'N/' || n, 1, '2026-05-01', false FROM generate_series(1, 50) n`);
    expect(await count()).toBe(before);
  });

  it('of the demonstration are none of what the partnership records itself under the same reference', async () => {
    const own = { reference: paid!.reference, financialYear: '2026-27', agencyId: 'lambeth-council', kind: 'CASH' };
    const { data } = await subgraph.ask(
      'mutation ($input: RecordContributionInput!) { recordContribution(input: $input) { userErrors { code } } }',
      { input: { ...own, target: paid!.target, pledgedPence: 700 } },
    );
    expect(data).toMatchObject({ recordContribution: { userErrors: [] } });
    const line = { pledgedPence: 700, paidPence: null, paidOn: null, isSynthetic: false, instalments: null };
    const found = async () => (await ledger()).filter(({ reference }) => reference === paid!.reference);
    expect(await found()).toMatchObject([line]);
    for (const demo of [false, true]) await subgraph.reload(demo);
    expect(await found()).toMatchObject([line]);
  });
});
