import { clockAt } from '../../../../test/support/clock-at';
import { openSubgraph, type OpenSubgraph } from '../../../../test/support/open-subgraph';
import { londonScp } from '../london-scp';

const REDUCE = `query ($representations: [_Any!]!) {
  _entities(representations: $representations) {
    ... on PooledBudget {
      reconciliation {
        coverage { answered expected missing { id } }
        paidPence receivedPence notComparedPence matched
        differences { kind partnership { id name } reference differencePence }
        byAgency { partnership { id } agencyId project paidPence receivedPence }
      }
      equity {
        coverage { answered } totalPence
        bySector { sector pence share { basisPoints } changePence }
        byPartnership { partnership { id } localAuthorities { name } pence share { basisPoints } changePence }
      }
    }
  }
}`;

/** A ledger line as the gateway brings it. */
const line = (partnershipId: string, n: number, pence = 10_000) => ({
  ...{ reference: `${partnershipId}/R${n}`, target: 'LONDON_POOLED_BUDGET', project: null, kind: 'CASH' },
  ...{ pledgedPence: pence, paidPence: pence, paidOn: '2030-05-01' },
  agency: { id: `agency-${n % 3}`, sector: ['LOCAL_AUTHORITY', 'NHS', 'POLICE'][n % 3] },
});
const IDS = ['havering', 'redbridge', 'lambeth', 'tri-borough'];
const ledgers = (size: number) =>
  IDS.map((id) => ({ contributions: Array.from({ length: size }, (_, n) => line(id, n)) }));

describe('the pooled budget on PostgreSQL', () => {
  clockAt('2042-07-01');
  let london: OpenSubgraph;

  beforeAll(async () => {
    london = await openSubgraph(londonScp);
    await london.dataSource.query(`INSERT INTO pooled_budget VALUES ('2030-31', 'OPEN', NULL, false)`);
  });
  afterAll(() => london.close());

  async function mutate(name: string, type: string, input: object, answer: string) {
    const { data, errors } = await london.ask(
      `mutation ($input: ${type}!) { ${name}(input: $input) { ${answer} userErrors { field code message } } }`,
      { input },
    );
    expect(errors).toBeUndefined();
    return data![name] as Record<string, unknown> & {
      userErrors: { field: string[]; code: string; message: string }[];
    };
  }
  const codes = ({ userErrors }: { userErrors: { code: string }[] }) => userErrors.map(({ code }) => code);

  const open = (financialYear: string) =>
    mutate('openFinancialYear', 'OpenFinancialYearInput', { financialYear }, 'pooledBudget { status isSynthetic }');
  const close = (financialYear: string, closedOn: string) =>
    mutate(
      'closeFinancialYear',
      'CloseFinancialYearInput',
      { financialYear, closedOn },
      'pooledBudget { status closedOn }',
    );
  const invite = (reference: string, more: object = {}) =>
    mutate(
      'inviteContribution',
      'InviteContributionInput',
      {
        ...{ reference, financialYear: '2031-32', partnershipId: 'lambeth', agencyId: 'lambeth-council' },
        ...{
          sector: 'LOCAL_AUTHORITY',
          target: 'LONDON_POOLED_BUDGET',
          kind: 'CASH',
          invitedOn: '2031-02-01',
          ...more,
        },
      },
      'contribution { reference pledgedPence receivedPence isSynthetic partnership { id } }',
    );
  const pledge = (reference: string, pledgedPence: number) =>
    mutate('recordPledge', 'RecordPledgeInput', { reference, pledgedPence }, 'contribution { pledgedPence }');
  const receive = (reference: string, receivedPence: number, receivedOn = '2031-06-01') =>
    mutate(
      'recordReceipt',
      'RecordReceiptInput',
      { reference, receivedPence, receivedOn },
      'contribution { receivedPence receivedOn }',
    );
  const spend = (reference: string, amountPence: number, more: object = {}) =>
    mutate(
      'recordExpenditure',
      'RecordExpenditureInput',
      {
        ...{ reference, financialYear: '2031-32', description: 'Training', amountPence, spentOn: '2031-09-01' },
        ...{ decisionReference: 'E/1', ...more },
      },
      'expenditure { reference amountPence isSynthetic decision { reference isFinal } }',
    );

  const allocate = (reference: string, amountPence: number, more: object = {}) =>
    mutate(
      'recordAllocation',
      'RecordAllocationInput',
      {
        ...{ reference, financialYear: '2031-32', project: 'Website', amountPence, allocatedOn: '2031-09-01' },
        ...{ decisionReference: 'E/3', ...more },
      },
      'allocation { reference project amountPence allocatedOn isSynthetic decision { reference isFinal } }',
    );

  const reduce = async (budgetYears: unknown[], previousBudgetYears: unknown[] = budgetYears) => {
    const representation = { __typename: 'PooledBudget', financialYear: '2030-31', budgetYears, previousBudgetYears };
    const { data, errors } = await london.ask(REDUCE, { representations: [representation] });
    expect(errors).toBeUndefined();
    return (data!['_entities'] as Record<string, any>[])[0]!; // eslint-disable-line @typescript-eslint/no-explicit-any
  };

  async function receipts(from: number, to: number) {
    for (const id of IDS) {
      await london.dataSource.query(
        `INSERT INTO pooled_contribution (id, financial_year, partnership_id, reference, agency_id, sector, target, kind,
           invited_on, pledged_pence, received_pence, received_on, is_synthetic)
         SELECT $1 || '/R' || n, '2030-31', $1, $1 || '/R' || n, 'agency-' || (n % 3), 'NHS', 'LONDON_POOLED_BUDGET',
           'CASH', '2030-02-01', 10000, 10000, '2030-05-03', false FROM generate_series($2::int, $3::int) n`,
        [id, from, to],
      );
    }
  }

  it('reconciles with every partnership, and names a difference', async () => {
    await receipts(0, 3);
    const brought = ledgers(4);
    brought[1]!.contributions[2] = line('redbridge', 2, 12_500);
    const { reconciliation } = await reduce(brought);
    expect(reconciliation).toMatchObject({
      coverage: { answered: 4, expected: 4, missing: [] },
      ...{ paidPence: 162_500, receivedPence: 160_000, notComparedPence: 0, matched: 15 },
      differences: [
        { kind: 'AMOUNT', partnership: { id: 'redbridge' }, reference: 'redbridge/R2', differencePence: -2_500 },
      ],
    });
  });

  it('reconciles with what stands: a receipt that is corrected and withdrawn, and an invitation that is withdrawn', async () => {
    const change = async (name: string, input: object) => {
      const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
      const reason = 'Read wrongly from the statement';
      expect(
        codes(await mutate(name, type, { reference: 'havering/R1', ...input, reason }, 'contribution { id }')),
      ).toEqual([]);
      const { receivedPence, differences } = (await reduce(ledgers(4))).reconciliation;
      return [
        receivedPence,
        ...differences.map(({ kind, differencePence }: Record<string, unknown>) => [kind, differencePence]),
      ];
    };
    const [invitation] = await london.dataSource.query(`SELECT * FROM pooled_contribution WHERE id = 'havering/R1'`);
    const receipt = { receivedPence: 9_000, receivedOn: '2030-05-03' };
    expect(await change('correctReceipt', receipt)).toEqual([159_000, ['AMOUNT', -1_000]]);
    expect(await change('withdrawReceipt', {})).toEqual([150_000, ['UNMATCHED_PAYMENT', -10_000]]);
    expect(codes(await receive('havering/R1', 10_000, '2030-05-03'))).toEqual([]);
    expect((await reduce(ledgers(4))).reconciliation).toMatchObject({ receivedPence: 160_000, differences: [] });
    expect(await change('withdrawPooledContribution', {})).toEqual([150_000, ['UNMATCHED_PAYMENT', -10_000]]);
    const { data } = await london.ask(
      '{ londonScp { recordChanges(first: 3) { edges { node { recordType record kind reason person was { field value } } } } } }',
    );
    const { edges } = (data as { londonScp: { recordChanges: { edges: { node: object }[] } } }).londonScp.recordChanges;
    const nodes = edges.map(({ node }) => node);
    expect(nodes).toMatchObject([
      { recordType: 'PooledContribution', kind: 'WITHDRAWN' },
      {
        ...{ recordType: 'Receipt', kind: 'WITHDRAWN', record: 'The receipt under havering/R1', person: 'duty-team-1' },
        was: [
          { field: 'receivedPence', value: '9000' },
          { field: 'receivedOn', value: '2030-05-03' },
        ],
      },
      { recordType: 'Receipt', kind: 'CORRECTED', was: [{ field: 'receivedPence', value: '10000' }, {}] },
    ]);
    await london.dataSource.query(
      'INSERT INTO pooled_contribution SELECT * FROM jsonb_populate_record(NULL::pooled_contribution, $1)',
      [JSON.stringify(invitation)],
    );
  });

  it('gives no total without a partnership, names it, and says what was not compared', async () => {
    const brought: unknown[] = ledgers(4);
    brought[2] = null;
    const { reconciliation, equity } = await reduce(brought);
    expect(reconciliation).toMatchObject({
      coverage: { answered: 3, expected: 4, missing: [{ id: 'lambeth' }] },
      ...{ paidPence: null, receivedPence: 160_000, notComparedPence: 40_000, matched: 12, differences: [] },
    });
    expect(equity).toMatchObject({ coverage: { answered: 3 }, totalPence: null });
    for (const row of [...equity.bySector, ...equity.byPartnership]) {
      expect(row).toMatchObject({ share: null, ...(row.partnership ? {} : { pence: null, changePence: null }) });
    }
    expect(equity.byPartnership[2]).toMatchObject({ partnership: { id: 'lambeth' }, pence: null, changePence: null });
  });

  it('takes an empty ledger as an answer, and a ledger of null as none', async () => {
    const brought = [{ contributions: [] }, { contributions: null }, ...ledgers(4).slice(2)];
    const { reconciliation } = await reduce(brought);
    expect(reconciliation.coverage).toMatchObject({ answered: 3, missing: [{ id: 'redbridge' }] });
    expect(reconciliation.differences.map(({ kind }: { kind: string }) => kind)).toEqual(
      Array(4).fill('UNMATCHED_RECEIPT'),
    );
  });

  it('shares out the whole, and knows no change against a year without answers', async () => {
    const now = ledgers(3);
    now[0]!.contributions = [{ ...line('havering', 0), pledgedPence: 0 }];
    const { equity } = await reduce(now, [{ contributions: [] }, ...ledgers(2).slice(1)]);
    expect(equity.totalPence).toBe(90_000);
    const shares = (rows: { share: { basisPoints: number } }[]) => rows.map(({ share }) => share.basisPoints);
    expect(shares(equity.byPartnership)).toEqual([0, 3334, 3333, 3333]);
    expect(shares(equity.bySector)).toEqual([3334, 3333, 3333]);
    expect(equity.byPartnership.map((row: { changePence: number | null }) => row.changePence)).toEqual([
      ...[null, 10_000, 10_000, 10_000],
    ]);
    expect(equity.byPartnership[3].localAuthorities).toHaveLength(3);
  });

  it('asks as many SQL statements of books eight times as long', async () => {
    const statements = async (size: number) => {
      london.statements.reset();
      await reduce(ledgers(size));
      return london.statements.count();
    };
    const few = await statements(4);
    await receipts(4, 31);
    expect(await statements(32)).toBe(few);
    expect(few).toBe(4);
  });

  it('opens a year, takes an invitation, a zero pledge and a receipt, and each again without change', async () => {
    expect((await open('2031-32')).pooledBudget).toEqual({ status: 'OPEN', isSynthetic: false });
    for (const _ of [1, 2]) {
      expect(codes(await open('2031-32'))).toEqual([]);
      expect((await invite('L-1')).contribution).toMatchObject({ isSynthetic: false, partnership: { id: 'lambeth' } });
    }
    expect((await invite('L-1')).contribution).toMatchObject({ pledgedPence: null, receivedPence: null });
    for (const _ of [1, 2]) expect((await pledge('L-1', 0)).contribution).toEqual({ pledgedPence: 0 });
    await invite('L-2');
    for (const _ of [1, 2]) {
      expect((await receive('L-2', 90_000)).contribution).toEqual({ receivedPence: 90_000, receivedOn: '2031-06-01' });
    }
    const counts = await london.dataSource.query(
      `SELECT count(*)::int, sum(received_pence)::int FROM pooled_contribution WHERE financial_year = '2031-32'`,
    );
    expect(counts).toEqual([{ count: 2, sum: 90_000 }]);
  });

  it('refuses what contradicts an earlier record, and what it cannot place', async () => {
    expect(codes(await invite('L-1', { agencyId: 'lambeth-ccg' }))).toEqual(['REFERENCE_TAKEN']);
    expect(codes(await pledge('L-1', 5))).toEqual(['ALREADY_RECORDED']);
    expect(codes(await receive('L-2', 90_001))).toEqual(['ALREADY_RECORDED']);
    expect(codes(await receive('L-2', 90_000, '2031-06-02'))).toEqual(['ALREADY_RECORDED']);
    expect(codes(await receive('nobody', 1))).toEqual(['REFERENCE_UNKNOWN']);
    expect(codes(await receive('L-2', 0))).toEqual(['AMOUNT_NOT_POSITIVE']);
    expect(codes(await pledge('L-2', -1))).toEqual(['NEGATIVE_AMOUNT']);
    expect(codes(await invite('L-9', { financialYear: '2040-41' }))).toEqual(['YEAR_NOT_OPENED']);
    expect(codes(await invite('L-9', { partnershipId: 'x', target: 'LONDON_PROJECT' }))).toEqual([
      ...['PROJECT_MISSING', 'PARTNERSHIP_UNKNOWN'],
    ]);
    expect(codes(await invite('L-9', { target: 'LOCAL_BUDGET' }))).toEqual(['TARGET_NOT_LONDON']);
    expect(codes(await invite('L-9', { project: 'Website' }))).toEqual(['PROJECT_NOT_EXPECTED']);
  });

  it('records one receipt of two that are posted at the same moment', async () => {
    await invite('L-3');
    const both = await Promise.all([receive('L-3', 500), receive('L-3', 700)]);
    expect(both.flatMap(codes)).toEqual(['ALREADY_RECORDED']);
  });

  it('spends only on a funding decision that three sectors signed off, within it and within what came in', async () => {
    expect((await spend('S-1', 100)).userErrors).toEqual([
      expect.objectContaining({ field: ['input', 'decisionReference'], code: 'DECISION_UNKNOWN' }),
    ]);
    expect(codes(await spend('S-1', 100, { decisionReference: ' ' }))).toEqual(['DECISION_MISSING']);
    await london.dataSource.query(`
      INSERT INTO executive_decision (id, reference, title, kind, decided_on, amount_pence, is_synthetic) VALUES
        ('d1', 'E/1', 'Training', 'FUNDING', '2031-05-01', 60000, false),
        ('d2', 'E/2', 'Dates', 'OTHER', '2031-05-01', NULL, false),
        ('d3', 'E/3', 'More', 'FUNDING', '2031-05-01', 10000000, false);
      INSERT INTO decision_sign_off (decision_id, sector, signed_on, by_role)
        SELECT id, sector, '2031-05-08', 'Lead' FROM executive_decision, unnest('{LOCAL_AUTHORITY,NHS}'::text[]) sector
        WHERE id IN ('d1', 'd2', 'd3')`);
    const demonstration = { decisionReference: 'london-scp/decision/procedures-website' };
    expect(codes(await spend('S-1', 100, demonstration))).toEqual(['DECISION_IS_DEMONSTRATION']);
    const [unsigned] = (await spend('S-1', 100)).userErrors;
    expect(unsigned).toMatchObject({ code: 'DECISION_NOT_SIGNED_OFF', message: expect.stringContaining('POLICE') });
    await london.dataSource.query(`
      INSERT INTO decision_sign_off (decision_id, sector, signed_on, by_role)
        SELECT id, 'POLICE', '2031-05-15', 'Lead' FROM executive_decision WHERE id IN ('d1', 'd2', 'd3')`);
    expect(codes(await spend('S-1', 100, { decisionReference: 'E/2' }))).toEqual(['DECISION_OF_OTHER_KIND']);
    expect(codes(await spend('S-1', 100, { spentOn: '2031-05-14' }))).toEqual(['SPENT_BEFORE_DECISION']);

    for (const _ of [1, 2]) {
      expect((await spend('S-1', 50_000)).expenditure).toEqual({
        ...{ reference: 'S-1', amountPence: 50_000, isSynthetic: false },
        decision: { reference: 'E/1', isFinal: true },
      });
    }
    expect(codes(await spend('S-1', 50_001))).toEqual(['REFERENCE_TAKEN']);
    expect((await spend('S-2', 10_001)).userErrors).toEqual([
      expect.objectContaining({ code: 'ABOVE_DECISION', message: expect.stringContaining('10000 are left') }),
    ]);
    await london.dataSource.query(
      `INSERT INTO pooled_contribution (id, financial_year, partnership_id, reference, agency_id, sector, target, kind,
         invited_on, pledged_pence, received_pence, received_on, is_synthetic)
       VALUES ('demo', '2031-32', 'lambeth', 'demo', 'icb', 'NHS', 'LONDON_POOLED_BUDGET', 'CASH',
         '2031-02-01', 5000000, 5000000, '2031-06-01', true)`,
    );
    const [beyond] = (await spend('S-2', 1_000_000, { decisionReference: ' E/3 ' })).userErrors;
    expect(beyond).toMatchObject({
      code: 'ABOVE_RECEIPTS',
      message: expect.stringMatching(/^Of the 90[57]00 real pence/),
    });
    expect(codes(await spend('S-1', 50_000, { decisionReference: ' E/1 ' }))).toEqual([]);
    const both = await Promise.all([spend('S-3', 7_000), spend('S-4', 7_000)]);
    expect(both.flatMap(codes)).toEqual(['ABOVE_DECISION']);
  });

  it('allocates only on a funding decision that three sectors signed off, within what spending leaves of it', async () => {
    expect(codes(await allocate(' ', 0, { project: ' ', decisionReference: ' ' }))).toEqual([
      ...['TEXT_BLANK', 'TEXT_BLANK', 'AMOUNT_NOT_POSITIVE', 'DECISION_MISSING'],
    ]);
    await london.dataSource.query(`
      INSERT INTO executive_decision (id, reference, title, kind, decided_on, amount_pence, is_synthetic) VALUES
        ('d4', 'E/4', 'Unsigned', 'FUNDING', '2031-05-01', 60000, false),
        ('d5', 'E/5', 'No sum', 'FUNDING', '2031-05-01', NULL, false);
      INSERT INTO decision_sign_off (decision_id, sector, signed_on, by_role)
        SELECT 'd5', sector, '2031-05-08', 'Lead' FROM unnest('{LOCAL_AUTHORITY,NHS,POLICE}'::text[]) sector`);
    const refusals = {
      'E/0': 'DECISION_UNKNOWN',
      'E/2': 'DECISION_OF_OTHER_KIND',
      'E/4': 'DECISION_NOT_SIGNED_OFF',
      'E/5': 'DECISION_WITHOUT_AMOUNT',
      'london-scp/decision/procedures-website': 'DECISION_IS_DEMONSTRATION',
    };
    for (const [decisionReference, code] of Object.entries(refusals)) {
      expect(codes(await allocate('A-1', 100, { decisionReference }))).toEqual([code]);
    }
    expect(codes(await allocate('A-1', 100, { financialYear: '2040-41' }))).toEqual(['YEAR_NOT_OPENED']);
    expect((await allocate('A-1', 100, { allocatedOn: '2031-05-14' })).userErrors).toEqual([
      expect.objectContaining({ field: ['input', 'allocatedOn'], code: 'ALLOCATED_BEFORE_DECISION' }),
    ]);

    for (const project of ['Website', ' Website ']) {
      expect((await allocate('A-1', 9_999_000, { project })).allocation).toEqual({
        ...{ reference: 'A-1', project: 'Website', amountPence: 9_999_000, allocatedOn: '2031-09-01' },
        ...{ isSynthetic: false, decision: { reference: 'E/3', isFinal: true } },
      });
    }
    expect(codes(await allocate('A-1', 9_999_001))).toEqual(['REFERENCE_TAKEN']);
    expect(codes(await allocate('A-1', 9_999_000, { project: 'Training' }))).toEqual(['REFERENCE_TAKEN']);
    expect((await allocate('A-2', 1_001)).userErrors).toEqual([
      expect.objectContaining({ code: 'ABOVE_DECISION', message: expect.stringContaining('1000 are left') }),
    ]);
    const spending = { decisionReference: 'E/3' };
    expect(codes(await spend('S-5', 1_001, spending))).toEqual(['ABOVE_DECISION']);
    const both = await Promise.all([spend('S-5', 700, spending), allocate('A-2', 700)]);
    expect(both.flatMap(codes)).toEqual(['ABOVE_DECISION']);
  });

  it('answers allocations and their sum, with as many SQL statements of many as of few', async () => {
    const FIELDS = 'allocatedPence allocations { reference project isSynthetic decision { reference isFinal } }';
    const statements = async () => {
      london.statements.reset();
      const { data, errors } = await london.ask(
        `{ now: pooledBudget(financialYear: "2026-27") { ${FIELDS} } own: pooledBudget(financialYear: "2031-32") { ${FIELDS} } }`,
      );
      expect(errors).toBeUndefined();
      return { data: data as Record<string, any>, count: london.statements.count() }; // eslint-disable-line @typescript-eslint/no-explicit-any
    };
    const few = await statements();
    expect(few.data['now']).toMatchObject({
      allocatedPence: 200_000,
      allocations: [{ isSynthetic: true, decision: { isFinal: true } }],
    });
    await london.dataSource.query(
      `INSERT INTO allocation SELECT 'many-' || n, '2031-32', 'Many', 1, '2031-07-01', 'E/' || n % 4, false FROM generate_series(1, 40) n`,
    );
    const many = await statements();
    await london.dataSource.query(`DELETE FROM allocation WHERE project = 'Many'`);
    expect(many.data['own'].allocations.length - few.data['own'].allocations.length).toBe(40);
    expect(many.data['own'].allocatedPence - few.data['own'].allocatedPence).toBe(40);
    expect(many.count).toBe(few.count);
    expect(few.count).toBe(4);
  });

  it('takes nothing more into a year that is closed, and says the same again of what it holds', async () => {
    expect(codes(await close('2031-32', '2031-03-31'))).toEqual(['DATE_OUT_OF_RANGE']);
    for (const _ of [1, 2]) {
      expect((await close('2031-32', '2032-05-31')).pooledBudget).toEqual({ status: 'CLOSED', closedOn: '2032-05-31' });
    }
    expect(codes(await close('2031-32', '2032-06-01'))).toEqual(['ALREADY_RECORDED']);
    expect(codes(await open('2031-32'))).toEqual(['YEAR_CLOSED']);
    expect(codes(await invite('L-10'))).toEqual(['YEAR_CLOSED']);
    expect(codes(await receive('L-1', 5))).toEqual(['YEAR_CLOSED']);
    expect(codes(await pledge('L-2', 5))).toEqual(['YEAR_CLOSED']);
    expect(codes(await spend('S-9', 5))).toEqual(['YEAR_CLOSED']);
    expect(codes(await allocate('A-9', 5))).toEqual(['YEAR_CLOSED']);
    expect(codes(await allocate('A-1', 9_999_000))).toEqual([]);
    expect(codes(await receive('L-2', 90_000))).toEqual([]);
    // What its books rest on stands, and the refusal says where else it is put right.
    const answers: Record<string, string> = {
      PooledContribution: 'contribution',
      Pledge: 'contribution',
      Receipt: 'contribution',
      Expenditure: 'expenditure',
      Allocation: 'allocation',
    };
    for (const [name, answer] of Object.entries(answers)) {
      const reference = { Expenditure: 'S-1', Allocation: 'A-1', Pledge: 'L-1' }[name] ?? 'L-2';
      const withdrawal = { reference, reason: 'Read wrongly from the statement' };
      const { userErrors } = await mutate(
        `withdraw${name}`,
        `Withdraw${name}Input`,
        withdrawal,
        `${answer} { __typename }`,
      );
      const message = expect.stringMatching(
        /^The books of 2031-32 were closed on 2032-05-31\. .* Open a later year, and record there what puts it right\.$/,
      ) as string;
      expect(userErrors).toEqual([{ field: ['input', 'reference'], code: 'YEAR_CLOSED', message }]);
    }
    const corrected = { reference: 'L-2', receivedPence: 1, receivedOn: '2031-06-01', reason: 'Read wrongly' };
    expect(codes(await mutate('correctReceipt', 'CorrectReceiptInput', corrected, 'contribution { id }'))).toEqual([
      'YEAR_CLOSED',
    ]);
    expect(codes(await close('2041-42', '2041-05-31'))).toEqual(['YEAR_NOT_OPENED']);
  });

  it('lets demonstration years go, and keeps its own with all that is in them', async () => {
    const years = async () =>
      (await london.dataSource.query('SELECT financial_year AS year FROM pooled_budget ORDER BY 1')).map(
        ({ year }: { year: string }) => year,
      );
    await invite('OWN', { financialYear: '2026-27' });
    expect(codes(await allocate('OWN-1', 5, { financialYear: '2025-26' }))).toEqual([]);
    // A receipt on a demonstration invitation is demonstration, and goes with it.
    const [{ reference }] = await london.dataSource.query(
      `SELECT reference FROM pooled_contribution WHERE is_synthetic AND financial_year = '2026-27' AND received_pence IS NULL`,
    );
    expect((await receive(reference, 5)).contribution).toMatchObject({ receivedPence: 5 });
    await london.reload(false);
    expect(await years()).toEqual(['2025-26', '2026-27', '2030-31', '2031-32']);
    const { data } = await london.ask(
      '{ pooledBudget(financialYear: "2026-27") { isSynthetic contributions { reference } } }',
    );
    expect(data).toEqual({ pooledBudget: { isSynthetic: false, contributions: [{ reference: 'OWN' }] } });
    await london.reload(true);
    expect(await years()).toEqual(['2024-25', '2025-26', '2026-27', '2030-31', '2031-32']);
  });

  it('takes the migration back, and on again makes years of the contributions that it finds', async () => {
    const isThere = async () =>
      (await london.dataSource.query(`SELECT to_regclass('pooled_budget') IS NOT NULL AS there`))[0].there as boolean;
    while (await isThere()) await london.dataSource.undoLastMigration();
    await london.dataSource.runMigrations();
    const years = await london.dataSource.query(
      `SELECT financial_year, status, is_synthetic FROM pooled_budget ORDER BY 1`,
    );
    expect(years).toEqual(
      ['2024-25', '2025-26', '2026-27', '2030-31', '2031-32'].map((financial_year) => ({
        ...{ financial_year, status: 'OPEN', is_synthetic: financial_year < '2026' },
      })),
    );
  });
});
