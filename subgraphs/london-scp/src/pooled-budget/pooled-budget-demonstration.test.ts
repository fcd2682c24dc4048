import { demonstrationLedger } from '@hub/partnership';
import { readPartnerships } from '../directory/directory-files';
import { demonstrationReceipts } from './pooled-budget-demonstration';
import type { PooledContributionRecord } from './pooled-contribution-record';
import { DifferenceKind } from './reconciliation/difference-kind';
import { paymentsToLondon, receiptsOfLondon } from './reconciliation/money-movements';
import { reconcile } from './reconciliation/reconcile';

const ids = readPartnerships().map(({ id }) => id);

describe('the demonstration books', () => {
  it('differ in every way that books can, at least once, and mostly agree', () => {
    const payments = ids.flatMap((id) =>
      paymentsToLondon(
        id,
        demonstrationLedger(id).map(({ agencyId, sector, ...line }) => ({ ...line, agency: { id: agencyId, sector } })),
      ),
    );
    const receipts = receiptsOfLondon(demonstrationReceipts(ids) as unknown as PooledContributionRecord[]);
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
});
