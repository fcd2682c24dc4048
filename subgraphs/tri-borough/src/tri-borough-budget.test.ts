import { mutationNamed } from '../../../test/support/mutation-named';
import { openSubgraph, type OpenSubgraph } from '../../../test/support/open-subgraph';
import { triBorough } from './tri-borough';

const PARTNERSHIP = `_entities(representations: [{ __typename: "TriBoroughPartnership", id: "tri-borough" }])`;

describe('the books of a partnership on PostgreSQL', () => {
  let subgraph: OpenSubgraph;

  beforeAll(async () => {
    subgraph = await openSubgraph(triBorough);
  });
  afterAll(() => subgraph.close());

  async function ofPartnership(fields: string) {
    const { data, errors } = await subgraph.ask(`{ ${PARTNERSHIP} { ... on TriBoroughPartnership { ${fields} } } }`);
    expect(errors).toBeUndefined();
    return (data!['_entities'] as Record<string, any>[])[0]!; // eslint-disable-line @typescript-eslint/no-explicit-any
  }

  async function mutate(name: string, input: object, answer: string) {
    const type = `${name}Input`;
    const { data, errors } = await subgraph.ask(
      `mutation ($input: ${type}!) { ${mutationNamed(name)}(input: $input) { ${answer} userErrors { field code } } }`,
      { input },
    );
    expect(errors).toBeUndefined();
    return data![mutationNamed(name)] as Record<string, any>; // eslint-disable-line @typescript-eslint/no-explicit-any
  }
  const codes = (answer: Record<string, unknown>) =>
    (answer['userErrors'] as { code: string }[]).map(({ code }) => code);

  const record = (more: object = {}) =>
    mutate(
      'RecordContribution',
      {
        ...{ reference: 'T-1', financialYear: '2020-21', agencyId: 'lbhf', target: 'LONDON_POOLED_BUDGET' },
        ...{ kind: 'CASH', ...more },
      },
      'contribution { reference pledgedPence paidPence paidOn isSynthetic agency { name } }',
    );
  const charge = (reference: string, amountPence: number, more: object = {}) =>
    mutate(
      'ChargeReserve',
      {
        ...{ reference, localAuthority: 'E09000020', reviewReference: 'R/1', amountPence, chargedOn: '2020-06-01' },
        ...more,
      },
      'reserve { openingPence balancePence charges { reference isSynthetic } localAuthority { gssCode } }',
    );

  it('shows the published account of 2023/24, whose expenditure is stated as more than its items', async () => {
    const { publishedAccounts } = await ofPartnership(
      `publishedAccounts { financialYear source sides { side items { amountPence } itemsPence statedPence differencePence agrees } }`,
    );
    expect(publishedAccounts).toHaveLength(1);
    expect(publishedAccounts[0]).toMatchObject({
      financialYear: '2023-24',
      source: 'https://hflscp.co.uk/arrangements',
      sides: [
        { side: 'INCOME', itemsPence: 15_771_900, statedPence: 15_771_900, differencePence: 0, agrees: true },
        { side: 'EXPENDITURE', items: [], itemsPence: 15_771_900, statedPence: 15_851_700, differencePence: 79_800 },
      ],
    });
    const [income, expenditure] = publishedAccounts[0].sides;
    expect(income.items).toHaveLength(6);
    expect(expenditure.agrees).toBe(false);
  });

  it('answers the same year by its id, by the partnership and by the year of its ledger', async () => {
    const { data } = await subgraph.ask(
      `{ _entities(representations: [
          { __typename: "TriBoroughBudgetYear", id: "tri-borough:2025-26" }
          { __typename: "TriBoroughBudgetYear", id: "tri-borough:2025" }
          { __typename: "TriBoroughBudgetYear", id: "lambeth:2025-26" }]) {
          ... on TriBoroughBudgetYear { id financialYear contributions { reference } localBudget { approvedPence isSynthetic } } } }`,
    );
    const [year, ...others] = data!['_entities'] as [Record<string, unknown>, ...unknown[]];
    expect(others).toEqual([null, null]);
    const { budgetYear, contributions } = await ofPartnership(`
      contributions(financialYear: "2025-26") { reference }
      budgetYear(financialYear: "2025-26") {
        id financialYear contributions { reference } localBudget { approvedPence isSynthetic } }`);
    expect(budgetYear).toEqual(year);
    expect(year['contributions']).toEqual(contributions);
    expect(contributions.length).toBeGreaterThan(5);
  });

  it('records a pledge, later its payment, and each again without change', async () => {
    const none = { pledgedPence: null, paidPence: null, paidOn: null };
    expect((await record()).contribution).toMatchObject({ ...none, isSynthetic: false });
    for (const _ of [1, 2]) {
      expect((await record({ pledgedPence: 500 })).contribution).toMatchObject({ ...none, pledgedPence: 500 });
    }
    const paid = { pledgedPence: 500, paidPence: 500, paidOn: '2020-05-01' };
    for (const _ of [1, 2]) expect((await record(paid)).contribution).toMatchObject(paid);
    expect((await record({ pledgedPence: 500 })).contribution).toMatchObject(paid);
    expect(codes(await record({ pledgedPence: 501 }))).toEqual(['REFERENCE_TAKEN']);
    expect(codes(await record({ agencyId: 'tri-borough:agency:lbhf' }))).toEqual([]);
    expect(codes(await record({ agencyId: 'rbkc' }))).toEqual(['REFERENCE_TAKEN']);
    const { contributions } = await ofPartnership('contributions(financialYear: "2020-21") { reference paidPence }');
    expect(contributions).toEqual([{ reference: 'T-1', paidPence: 500 }]);
  });

  it('refuses a contribution that says too little or too much, naming every field', async () => {
    expect(
      codes(await record({ agencyId: 'nobody', target: 'LONDON_PROJECT', pledgedPence: -1, paidPence: 5 })),
    ).toEqual(['PROJECT_MISSING', 'NEGATIVE_AMOUNT', 'DATE_MISSING', 'AGENCY_UNKNOWN']);
    expect(codes(await record({ project: 'Website', paidOn: '2020-05-01', reference: ' ' }))).toEqual([
      ...['TEXT_BLANK', 'PROJECT_NOT_EXPECTED', 'AMOUNT_MISSING'],
    ]);
  });

  it('approves one budget a year, by a decision', async () => {
    const approve = (approvedPence: number, decisionReference = 'D/1') =>
      mutate(
        'ApproveLocalBudget',
        { financialYear: '2020-21', approvedPence, decisionReference, approvedOn: '2020-03-01' },
        'localBudget { approvedPence isSynthetic }',
      );
    expect(codes(await approve(1, ' '))).toEqual(['TEXT_BLANK']);
    for (const _ of [1, 2]) {
      expect((await approve(900)).localBudget).toEqual({ approvedPence: 900, isSynthetic: false });
    }
    expect(codes(await approve(901))).toEqual(['ALREADY_RECORDED']);
  });

  const openReserve = (localAuthority: string, openingPence: number) =>
    mutate('OpenReserve', { localAuthority, openingPence }, 'reserve { balancePence charges { reference } }');

  it('charges reviews to the reserve of a local authority, and never beyond its balance', async () => {
    expect(codes(await charge('C-1', 1_000))).toEqual(['RESERVE_IS_DEMONSTRATION']);
    const balance = 90_000;
    // The demonstration reserve gives way, with the charges on it.
    expect((await openReserve('E09000020', balance)).reserve).toEqual({ balancePence: balance, charges: [] });
    for (const _ of [1, 2]) {
      const { reserve } = await charge('C-1', 1_000);
      expect(reserve).toMatchObject({ balancePence: balance - 1_000, localAuthority: { gssCode: 'E09000020' } });
      expect(reserve.charges).toEqual([{ reference: 'C-1', isSynthetic: false }]);
    }
    expect(codes(await charge('C-1', 1_001))).toEqual(['REFERENCE_TAKEN']);
    expect(codes(await charge('C-2', balance))).toEqual(['ABOVE_BALANCE']);
    expect(codes(await charge('C-2', 1, { localAuthority: 'E09000001' }))).toEqual(['LOCAL_AUTHORITY_UNKNOWN']);
    expect(codes(await charge('C-2', 0, { reviewReference: ' ' }))).toEqual(['TEXT_BLANK', 'AMOUNT_NOT_POSITIVE']);
    const both = await Promise.all([charge('C-3', balance - 1_500), charge('C-4', balance - 1_500)]);
    expect(both.flatMap(codes)).toEqual(['ABOVE_BALANCE']);
  });

  it('opens one reserve a local authority', async () => {
    expect(codes(await openReserve('Camden', -1))).toEqual(['LOCAL_AUTHORITY_UNKNOWN', 'NEGATIVE_AMOUNT']);
    for (const _ of [1, 2])
      expect((await openReserve('E09000007', 70)).reserve).toEqual({ balancePence: 70, charges: [] });
    const { reserve } = await charge('OWN-1', 10, { localAuthority: 'E09000007' });
    expect(reserve).toMatchObject({ balancePence: 60, charges: [{ reference: 'OWN-1', isSynthetic: false }] });
    expect(codes(await openReserve('E09000007', 71))).toEqual(['ALREADY_RECORDED']);
  });

  it('asks as many SQL statements of reserves with many charges as of few', async () => {
    const statements = async () => {
      subgraph.statements.reset();
      await ofPartnership('reserves { balancePence charges { reference } } a: reserves { balancePence }');
      return subgraph.statements.count();
    };
    const few = await statements();
    await subgraph.dataSource.query(
      `INSERT INTO review_charge SELECT 'many-' || n, 'E09000007', 'R/2', 1, '2020-07-01', false FROM generate_series(1, 60) n`,
    );
    expect(await statements()).toBe(few);
    expect(few).toBe(3);
  });

  it('lets demonstration budgets go with what is charged to them, and keeps its own', async () => {
    // Databases can hold own charges to a demonstration reserve from before these were demonstration too.
    await subgraph.dataSource.query(
      `INSERT INTO review_charge VALUES ('EARLIER', 'E09000033', 'R/3', 1, '2020-07-01', false)`,
    );
    await subgraph.reload(false);
    const { reserves, budgetYear } = await ofPartnership(`
      reserves { localAuthority { gssCode } charges { isSynthetic } }
      budgetYear(financialYear: "2025-26") { localBudget { approvedPence } contributions { reference } }`);
    expect(reserves.map((reserve: { localAuthority: { gssCode: string } }) => reserve.localAuthority.gssCode)).toEqual([
      ...['E09000007', 'E09000020', 'E09000033'],
    ]);
    expect(budgetYear).toEqual({ localBudget: null, contributions: [] });
    await subgraph.reload(true);
    expect((await ofPartnership('reserves { openingPence }')).reserves).toHaveLength(4);
  });
});
