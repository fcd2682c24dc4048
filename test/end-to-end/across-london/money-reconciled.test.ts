import { groupTestHub } from '../../support/one-hub';
import type { Answer, Ask, TestHub } from '../../support/test-hub';
import { exampleQuery } from '../../support/saved-examples';

let testHub: TestHub;
let coordinator: Ask;

beforeAll(async () => {
  testHub = await groupTestHub();
  coordinator = testHub.as('london-coordinator');
});
afterAll(() => testHub?.end());

interface Difference {
  kind: string;
  differencePence: number;
  partnership: { id: string };
}

describe('the money of London and of its boroughs', () => {
  it('reconciles every year with every partnership: differences of every kind that account for every penny', async () => {
    const kinds = new Set<string>();
    for (const year of ['2024-25', '2025-26', '2026-27']) {
      const { data, errors } = await coordinator(exampleQuery('11-').replace('2025-26', year));
      expect(errors).toBeUndefined();
      const { reconciliation, receivedPence } = data.pooledBudget;
      expect(reconciliation.coverage).toEqual({
        answered: 4,
        expected: 4,
        missing: [],
        notThroughHub: [],
        localAuthorities: 6,
        londonAuthorities: 33,
      });
      expect(reconciliation).toMatchObject({ receivedPence, notComparedPence: 0 });
      const differences = reconciliation.differences as Difference[];
      const sum = differences.reduce((total, { differencePence }) => total + differencePence, 0);
      expect(sum).toBe(reconciliation.receivedPence - reconciliation.paidPence);
      for (const { kind } of differences) kinds.add(kind);
    }
    expect([...kinds].sort()).toEqual(['AMOUNT', 'DATE', 'TARGET', 'UNMATCHED_PAYMENT', 'UNMATCHED_RECEIPT']);
  });

  it('shares out three years to the last basis point, and the change on the year before', async () => {
    const { data, errors } = await coordinator(exampleQuery('12-'));
    expect(errors).toBeUndefined();
    for (const { equity } of [data.first, data.second, data.third]) {
      for (const rows of [equity.bySector, equity.byPartnership]) {
        const of = (rows as { pence: number; share: { basisPoints: number } }[]).filter(({ pence }) => pence !== null);
        expect(of.reduce((sum, { share }) => sum + share.basisPoints, 0)).toBe(10_000);
        expect(of.reduce((sum, { pence }) => sum + pence, 0)).toBe(equity.totalPence);
      }
    }
    const changes = (budget: { equity: { byPartnership: { changePence: number | null }[] } }) =>
      budget.equity.byPartnership.map(({ changePence }) => changePence);
    expect(changes(data.first)).toEqual([null, null, null, null]);
    expect(changes(data.second)).not.toContain(null);
  });

  it('brings a difference to light when a partnership records a payment, and settles it by the receipt', async () => {
    const lambeth = testHub.atHome('lambeth', 'business-manager');
    const mutate = async (name: string, input: Record<string, unknown>, ask = coordinator) => {
      const { data, errors } = await ask(
        `mutation ($input: ${name[0]!.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { userErrors { code } } }`,
        { input },
      );
      expect(errors).toBeUndefined();
      return data[name].userErrors.map(({ code }: { code: string }) => code);
    };
    const common = { reference: 'LAM/1', financialYear: '2026-27', target: 'LONDON_POOLED_BUDGET', kind: 'CASH' };
    const contribution = { ...common, agencyId: 'lambeth-council', paidPence: 4_200, paidOn: '2026-10-01' };
    expect(await mutate('recordContribution', contribution, lambeth)).toEqual([]);
    const about = async () => {
      const { data } = await coordinator(exampleQuery('11-').replace('2025-26', '2026-27'));
      return data.pooledBudget.reconciliation.differences
        .filter(({ reference }: { reference: string }) => reference === 'LAM/1')
        .map(({ kind, differencePence }: Difference) => [kind, differencePence]);
    };
    expect(await about()).toEqual([['UNMATCHED_PAYMENT', -4_200]]);
    const invitation = { ...common, partnershipId: 'lambeth', agencyId: 'lambeth-council', sector: 'LOCAL_AUTHORITY' };
    expect(await mutate('inviteContribution', { ...invitation, invitedOn: '2026-09-01' })).toEqual([]);
    const receipt = { reference: 'LAM/1', receivedPence: 4_200, receivedOn: '2026-10-05' };
    expect(await mutate('recordReceipt', receipt)).toEqual([]);
    expect(await mutate('recordReceipt', receipt)).toEqual([]);
    expect(await about()).toEqual([]);
  });

  it('answers by what stands once a partnership corrects and withdraws a contribution and an adoption', async () => {
    const lambeth = testHub.atHome('lambeth', 'business-manager');
    const record = async (name: string, input: object) => {
      const { data, errors } = await lambeth(
        `mutation ($input: ${name[0]!.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { userErrors { code } } }`,
        { input },
      );
      expect([errors, data[name].userErrors]).toEqual([undefined, []]);
    };
    const of = <Row extends { partnership: { id: string } }>(rows: Row[]) =>
      rows.find(({ partnership }) => partnership.id === 'lambeth');
    const london = async () => {
      const { data, errors } = await coordinator(`{
        pooledBudget(financialYear: "2026-27") {
          equity { byPartnership { partnership { id } pence } }
          reconciliation { differences { partnership { id } kind reference differencePence } } }
        procedure(id: "london-procedures") {
          adoption(on: "2026-06-30") { positions { partnership { id } edition { id } adoptedOn } } } }`);
      expect(errors).toBeUndefined();
      const { equity, reconciliation } = data.pooledBudget;
      return {
        pledged: of(equity.byPartnership as { partnership: { id: string }; pence: number }[])!.pence,
        differences: reconciliation.differences
          .filter(({ reference }: { reference: string }) => reference === 'LAM/2')
          .map(({ kind, differencePence }: Difference) => [kind, differencePence]),
        adoptedOn: of(data.procedure.adoption.positions as { partnership: { id: string }; adoptedOn: string }[])!
          .adoptedOn,
      };
    };
    const before = await london();
    const contribution = {
      ...{ reference: 'LAM/2', financialYear: '2026-27', target: 'LONDON_POOLED_BUDGET', kind: 'CASH' },
      ...{ agencyId: 'lambeth-council', pledgedPence: 5_000, paidPence: 5_000, paidOn: '2026-10-02' },
    };
    const adoption = {
      procedureId: 'london-procedures',
      editionId: 'london-procedures:2024-04',
      adoptedOn: '2026-06-30',
    };
    await record('recordContribution', contribution);
    await record('adoptProcedure', adoption);
    const recorded = { pledged: before.pledged + 5_000, differences: [['UNMATCHED_PAYMENT', -5_000]] };
    expect(await london()).toEqual({ ...recorded, adoptedOn: '2026-06-30' });

    const reason = 'Read wrongly from the minutes';
    await record('correctContribution', { ...contribution, pledgedPence: 6_000, paidPence: 4_000, reason });
    await record('correctProcedureAdoption', { ...adoption, adoptedOn: '2026-06-29', reason });
    const corrected = { pledged: before.pledged + 6_000, differences: [['UNMATCHED_PAYMENT', -4_000]] };
    expect(await london()).toEqual({ ...corrected, adoptedOn: '2026-06-29' });

    await record('withdrawContribution', { reference: 'LAM/2', reason });
    const { adoptedOn: _, ...withdrawn } = adoption;
    await record('withdrawProcedureAdoption', { ...withdrawn, reason });
    expect(await london()).toEqual({ ...before, differences: [] });
  });

  it('says 3 of 4 with a partnership stopped, names it, and passes no partial sum off as a total', async () => {
    const whole = (await coordinator(exampleQuery('11-'))).data.pooledBudget.reconciliation;
    let answer: Answer;
    do {
      testHub.hub.kill('havering', 'SIGKILL');
      answer = await coordinator(exampleQuery('11-'));
    } while (answer.errors === undefined);
    const { reconciliation } = answer.data.pooledBudget;
    expect(reconciliation.coverage).toEqual({
      answered: 3,
      expected: 4,
      missing: [{ id: 'havering' }],
      notThroughHub: [],
      localAuthorities: 5,
      londonAuthorities: 33,
    });
    expect(reconciliation).toMatchObject({ paidPence: null, receivedPence: whole.receivedPence });
    expect(reconciliation.notComparedPence).toBeGreaterThan(0);
    expect(reconciliation.differences).toEqual(
      whole.differences.filter(({ partnership }: Difference) => partnership.id !== 'havering'),
    );

    do {
      testHub.hub.kill('havering', 'SIGKILL');
      answer = await coordinator(exampleQuery('12-'));
    } while (answer.errors === undefined);
    const { equity } = answer.data.second;
    expect(equity).toMatchObject({ coverage: { answered: 3, missing: [{ id: 'havering' }] }, totalPence: null });
    for (const row of equity.bySector) expect(row).toMatchObject({ pence: null, share: null, changePence: null });
    for (const row of equity.byPartnership) expect(row.share).toBeNull();
  });
});
