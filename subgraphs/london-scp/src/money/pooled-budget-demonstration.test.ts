import { agencyIdOf, ContributionTarget, overduePence, sumOfPence } from '@hub/contract';
import { demonstrationInstalments, demonstrationLedger } from '@hub/partnership';
import { demonstrationDecisions } from '../governance/decisions/decision-demonstration';
import { readPartnerships } from '../directory/directory-files';
import {
  demonstrationAllocations,
  demonstrationCarryForwards,
  demonstrationExpenditures,
  demonstrationInstalmentReceipts,
  demonstrationReceipts,
} from './pooled-budget-demonstration';
import type { PooledContributionRecord } from './pooled-contribution-row';
import { received } from './received';
import { DifferenceKind } from './reconciliation/difference-kind';
import { paymentsToLondon, receiptsOfLondon } from './reconciliation/money-movements';
import { reconcile } from './reconciliation/reconcile';

const ids = readPartnerships().map(({ id }) => id);

describe('the demonstration books', () => {
  it('differ in every way that books can, at least once, and mostly agree', () => {
    const payments = ids.flatMap((id) =>
      paymentsToLondon(
        id,
        demonstrationLedger(id).map((line) => ({
          ...line,
          agency: { id: agencyIdOf(id, line.agencyId), sector: line.sector },
          instalments: demonstrationInstalments(line),
        })),
      ),
    );
    const instalments = demonstrationInstalmentReceipts(ids);
    const receipts = receiptsOfLondon(
      (demonstrationReceipts(ids) as unknown as PooledContributionRecord[]).map((one) =>
        received(
          one,
          instalments.filter(({ contributionReference }) => contributionReference === one.reference),
        ),
      ),
    );
    const { matched, differences } = reconcile(payments, receipts, 14);
    expect(new Set(differences.map(({ kind }) => kind))).toEqual(new Set(Object.values(DifferenceKind)));
    expect(matched).toBeGreaterThan(payments.length / 2);
  });

  it('are paid in instalments by some, of which some are overdue on the last day, and some were not received', () => {
    const lines = ids.flatMap(demonstrationLedger).map((line) => ({ ...line, ...demonstrationInstalments(line) }));
    const agreed = lines.filter(({ agreedInstalments }) => agreedInstalments !== null);
    expect(agreed.length).toBeGreaterThan(5);
    for (const { agreedInstalments, pledgedPence } of agreed) expect(sumOfPence(agreedInstalments!)).toBe(pledgedPence);
    const overdue = agreed.map((one) => overduePence(one.agreedInstalments!, one.payments, '2026-10-31'));
    expect(overdue).toContain(0);
    expect(Math.max(...overdue)).toBeGreaterThan(0);
    const toLondon = agreed.filter(({ target }) => target !== ContributionTarget.LOCAL_BUDGET);
    const sent = toLondon.flatMap(({ payments }) => payments.map(({ reference }) => reference));
    const came = demonstrationInstalmentReceipts(ids).map(({ reference }) => reference);
    expect(sent).toEqual(expect.arrayContaining(came));
    expect(came.length).toBeLessThan(sent.length);
    expect(came.length).toBeGreaterThan(0);
  });

  it('carry forward no more than was left of the closed year', () => {
    const [carried, ...others] = demonstrationCarryForwards();
    const left = demonstrationReceipts(ids).filter(
      ({ financialYear, kind }) => financialYear === '2024-25' && kind === 'CASH',
    );
    const sum = left.reduce((all, { receivedPence }) => all + (receivedPence ?? 0), 0);
    expect(carried).toMatchObject({ fromYear: '2024-25', toYear: '2025-26' });
    expect(carried!.amountPence).toBeLessThan(sum);
    expect(others).toEqual([]);
  });

  it('are the same at every call', () => {
    expect(demonstrationReceipts(ids)).toEqual(demonstrationReceipts(ids));
  });

  it('hold zero answers and answers that were not given', () => {
    const pledges = demonstrationReceipts(ids).map(({ pledgedPence }) => pledgedPence);
    expect(pledges).toContain(0);
    expect(pledges).toContain(null);
  });

  it('take from a decision once it is signed off, and no more than it agreed', () => {
    const { decisions, signOffs } = demonstrationDecisions();
    const taken = [
      ...demonstrationExpenditures().map(({ spentOn, ...row }) => ({ ...row, on: spentOn })),
      ...demonstrationAllocations().map(({ allocatedOn, ...row }) => ({ ...row, on: allocatedOn })),
    ];
    for (const { id, reference, amountPence } of decisions) {
      const rows = taken.filter(({ decisionReference }) => decisionReference === reference);
      expect(rows.reduce((sum, row) => sum + row.amountPence, 0)).toBeLessThanOrEqual(amountPence ?? 0);
      const days = signOffs.filter(({ decisionId }) => decisionId === id).map(({ signedOn }) => signedOn);
      for (const { on } of rows) expect(days.every((day) => day <= on)).toBe(true);
    }
    expect(taken).toHaveLength(5);
  });
});
