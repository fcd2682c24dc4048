import { clockAt } from '../../../../test/support/clock-at';
import { openSubgraph, type OpenSubgraph } from '../../../../test/support/open-subgraph';
import { londonScp } from '../london-scp';

const REDUCE = `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on PooledBudget {
  reconciliation { paidPence receivedPence notComparedPence matched
    differences { kind reference differencePence } byAgency { agencyId paidPence receivedPence } } } } }`;

const BOOKS = `
  INSERT INTO pooled_budget VALUES ('2031-32', 'OPEN', NULL, false), ('2032-33', 'OPEN', NULL, false);
  INSERT INTO executive_decision (id, reference, title, kind, decided_on, amount_pence, is_synthetic)
    VALUES ('d1', 'E/1', 'Training', 'FUNDING', '2031-05-01', 60000, false);
  INSERT INTO decision_sign_off SELECT 'd1', sector, '2031-05-15', 'Lead' FROM unnest('{LOCAL_AUTHORITY,NHS,POLICE}'::text[]) sector;
  INSERT INTO pooled_contribution (id, financial_year, partnership_id, reference, agency_id, sector, target, kind,
      invited_on, pledged_pence, is_synthetic)
    VALUES ('c1', '2031-32', 'lambeth', 'C/1', 'lambeth:agency:council', 'LOCAL_AUTHORITY', 'LONDON_POOLED_BUDGET', 'CASH', '2031-02-01', 1000, false)`;

describe('money of the pooled budget that comes in parts, and what is left of it', () => {
  clockAt('2033-01-10');
  let london: OpenSubgraph;
  beforeAll(async () => {
    london = await openSubgraph(londonScp, { demo: false });
    await london.dataSource.query(BOOKS);
  });
  afterAll(() => london?.close());

  async function mutate(name: string, input: object, row = '__typename') {
    const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
    const { data, errors } = await london.ask(
      `mutation ($input: ${type}!) { ${name}(input: $input) { ${row} userErrors { field code message } } }`,
      { input },
    );
    expect(errors).toBeUndefined();
    return data![name] as { userErrors: { field: string[]; code: string; message: string }[] };
  }
  const codes = async (name: string, input: object) => (await mutate(name, input)).userErrors.map(({ code }) => code);
  const budget = async (financialYear: string, fields: string) => {
    const { data, errors } = await london.ask(`{ pooledBudget(financialYear: "${financialYear}") { ${fields} } }`);
    expect(errors).toBeUndefined();
    return data!['pooledBudget'] as Record<string, unknown>;
  };
  const SUMS = 'receivedPence spentPence balancePence broughtForward { amountPence } carriedForward { amountPence }';
  const spend = (reference: string, financialYear: string, amountPence: number) =>
    codes('recordExpenditure', {
      ...{ reference, financialYear, amountPence, description: 'Training', decisionReference: 'E/1' },
      spentOn: financialYear === '2031-32' ? '2031-09-01' : '2032-09-01',
    });

  it('refuses instalments that are not the pledge, and says what is pledged', async () => {
    const { userErrors } = await mutate('agreeInstalments', {
      reference: 'C/1',
      instalments: [{ dueOn: '2031-06-30', amountPence: 999 }],
    });
    expect(userErrors).toEqual([
      {
        field: ['input', 'instalments'],
        code: 'NOT_THE_PLEDGE',
        message: '1000 pence are pledged, and the instalments are 999. Give instalments that add up to that.',
      },
    ]);
  });

  it('receives a contribution in instalments, and says what is outstanding and overdue on a day', async () => {
    const instalments = [
      { dueOn: '2032-03-31', amountPence: 400 },
      { dueOn: '2031-06-30', amountPence: 600 },
    ];
    expect(await codes('agreeInstalments', { reference: 'C/1', instalments })).toEqual([]);
    const payment = { contributionReference: 'C/1', amountPence: 350, paidOn: '2031-07-05' };
    expect(await codes('recordInstalmentPayment', { ...payment, reference: 'C/1/a' })).toEqual([]);
    const more = { ...payment, reference: 'C/1/b', amountPence: 300, paidOn: '2031-08-01' };
    expect(await codes('recordInstalmentPayment', more)).toEqual([]);
    const { contributions } = await budget(
      '2031-32',
      `contributions { receivedPence receivedOn instalments {
         agreed { dueOn amountPence } payments { reference }
         onTheDay: overduePence(on: "2031-06-30") after: overduePence(on: "2031-07-01") then: overduePence(on: "2031-07-05")
         early: overduePence(on: "2032-03-31") late: overduePence(on: "2032-04-01")
         left: outstandingPence(on: "2031-07-05") outstandingPence overduePence(on: null) } }`,
    );
    expect(contributions).toEqual([
      {
        ...{ receivedPence: 650, receivedOn: '2031-08-01' },
        instalments: {
          ...{ agreed: instalments.toReversed(), payments: [{ reference: 'C/1/a' }, { reference: 'C/1/b' }] },
          ...{ onTheDay: 0, after: 600, then: 250, early: 0, late: 350, left: 650, outstandingPence: 350 },
          overduePence: 350,
        },
      },
    ]);
    expect(await budget('2031-32', SUMS)).toMatchObject({ receivedPence: 650, balancePence: 650 });
  });

  const reconciled = async () => {
    const payment = (reference: string, amountPence: number, paidOn: string) => ({ reference, amountPence, paidOn });
    const line = {
      ...{ reference: 'C/1', target: 'LONDON_POOLED_BUDGET', project: null, kind: 'CASH', pledgedPence: 1_000 },
      ...{ paidPence: 600, paidOn: '2031-08-01', agency: { id: 'lambeth:agency:council', sector: 'LOCAL_AUTHORITY' } },
      instalments: { payments: [payment('C/1/a', 350, '2031-07-01'), payment('C/1/b', 250, '2031-08-01')] },
    };
    const budgetYears = ['havering', 'redbridge', 'lambeth', 'tri-borough'].map((id) => ({
      contributions: id === 'lambeth' ? [line] : [],
    }));
    const representation = { __typename: 'PooledBudget', financialYear: '2031-32', budgetYears };
    const { data, errors } = await london.ask(REDUCE, { representations: [representation] });
    expect(errors).toBeUndefined();
    return (data!['_entities'] as { reconciliation: object }[])[0]!.reconciliation;
  };
  const RECONCILED = {
    ...{ paidPence: 600, receivedPence: 650, notComparedPence: 0, matched: 1 },
    differences: [{ kind: 'AMOUNT', reference: 'C/1/b', differencePence: 50 }],
    byAgency: [{ agencyId: 'lambeth:agency:council', paidPence: 600, receivedPence: 650 }],
  };

  it('sets each instalment that was paid against that which was received', async () => {
    expect(await reconciled()).toEqual(RECONCILED);
  });

  it('carries what is left of a closed year into the next, where it can be spent, and no penny twice', async () => {
    const carry = { fromYear: '2031-32', amountPence: 450, carriedOn: '2032-06-30' };
    expect(await spend('X/1', '2031-32', 200)).toEqual([]);
    expect(await codes('carryForward', carry)).toEqual(['YEAR_NOT_CLOSED']);
    const closing = { financialYear: '2031-32', closedOn: '2032-06-30' };
    expect(await codes('closeFinancialYear', closing)).toEqual([]);
    expect(await codes('carryForward', { ...carry, amountPence: 451 })).toEqual(['ABOVE_BALANCE']);
    expect(await spend('X/2', '2032-33', 1)).toEqual(['ABOVE_RECEIPTS']);
    expect(await codes('carryForward', carry)).toEqual([]);
    expect(await codes('carryForward', carry)).toEqual([]);
    expect(await codes('carryForward', { ...carry, amountPence: 1 })).toEqual(['ALREADY_RECORDED']);
    const [before, after] = [
      await budget('2031-32', SUMS),
      await budget('2032-33', `${SUMS} contributions { reference }`),
    ];
    expect(before).toEqual({
      ...{ receivedPence: 650, spentPence: 200, balancePence: 0 },
      ...{ broughtForward: null, carriedForward: { amountPence: 450 } },
    });
    expect(after).toEqual({
      ...{ receivedPence: 0, spentPence: 0, balancePence: 450, contributions: [] },
      ...{ broughtForward: { amountPence: 450 }, carriedForward: null },
    });
    expect(await reconciled()).toEqual(RECONCILED);
    expect(await spend('X/2', '2032-33', 451)).toEqual(['ABOVE_RECEIPTS']);
    expect(await spend('X/2', '2032-33', 450)).toEqual([]);
    const withdrawal = { fromYear: '2031-32', reason: 'Carried by mistake' };
    expect(await codes('withdrawCarryForward', withdrawal)).toEqual(['ABOVE_RECEIPTS']);
  });

  it('takes no more instalments of a year once that is closed', async () => {
    const late = { reference: 'C/1/c', contributionReference: 'C/1', amountPence: 350, paidOn: '2032-07-01' };
    expect(await codes('recordInstalmentPayment', late)).toEqual(['YEAR_CLOSED']);
  });
});
