import { agencyIdOf } from '@hub/contract';
import { demonstrationLedger } from '@hub/partnership';
import { demonstrationDecisions } from '../governance/decisions/decision-demonstration';
import { readPartnerships } from '../directory/directory-files';
import {
  demonstrationAllocations,
  demonstrationExpenditures,
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
        demonstrationLedger(id).map(({ agencyId, sector, ...line }) => ({
          ...line,
          agency: { id: agencyIdOf(id, agencyId), sector },
          instalments: null,
        })),
      ),
    );
    const receipts = receiptsOfLondon(
      (demonstrationReceipts(ids) as unknown as PooledContributionRecord[]).map((one) => received(one, [])),
    );
    const { matched, differences } = reconcile(payments, receipts, 14);
    expect(new Set(differences.map(({ kind }) => kind))).toEqual(new Set(Object.values(DifferenceKind)));
    expect(matched).toBeGreaterThan(payments.length / 2);
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
