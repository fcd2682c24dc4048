import type { SubgraphContext } from '@hub/subgraph-kit';
import { coverageOf } from '../../directory/coverage';
import { partnerships } from '../../directory/directory-loaders';
import type { LedgerLine } from '../answered-ledgers';
import type { PooledContributionRecord } from '../pooled-contribution-row';
import { paymentsToLondon, receiptsOfLondon } from './money-movements';
import { reconcile, type Difference, type MoneyMovement } from './reconcile';
import type { Reconciliation } from './reconciliation-type';
import { totalsByAgency } from './totals-by-agency';

/**
 * Reduces the ledgers of the partnerships that answered, with the receipts of London Councils.
 * Receipts from a partnership that did not answer are not compared, and their sum says how much that is.
 */
export async function reconciliationOf(
  context: SubgraphContext,
  contributions: readonly PooledContributionRecord[],
  ledgers: ReadonlyMap<string, readonly LedgerLine[]>,
  dateToleranceDays: number,
): Promise<Reconciliation> {
  const coverage = await coverageOf(context, new Set(ledgers.keys()));
  const byId = new Map((await partnerships(context)).map((partnership) => [partnership.id, partnership]));
  const partnershipOf = ({ partnershipId }: { partnershipId: string }) => byId.get(partnershipId) ?? null;

  const payments = [...ledgers].flatMap(([id, ledger]) => paymentsToLondon(id, ledger));
  const receipts = receiptsOfLondon(contributions);
  const compared = receipts.filter(({ partnershipId }) => ledgers.has(partnershipId));
  const { matched, differences } = reconcile(payments, compared, dateToleranceDays);

  return {
    coverage,
    matched,
    differences: differences.sort(byPartnershipAndReference).map(({ kind, paid, received, differencePence }) => {
      const either = (paid ?? received)!;
      return {
        ...{ kind, partnership: partnershipOf(either), agencyId: either.agencyId, reference: either.reference },
        ...{ project: paid?.project ?? received?.project ?? null, differencePence },
        ...{ paidPence: paid?.pence ?? null, paidOn: paid?.on ?? null },
        ...{ receivedPence: received?.pence ?? null, receivedOn: received?.on ?? null },
      };
    }),
    byAgency: totalsByAgency(payments, compared).map((row) => ({
      ...row,
      partnership: partnershipOf(row),
      differencePence: row.receivedPence - row.paidPence,
    })),
    paidPence: coverage.missing.length === 0 ? sumOf(payments) : null,
    receivedPence: sumOf(receipts),
    notComparedPence: sumOf(receipts) - sumOf(compared),
    dateToleranceDays,
  };
}

function sumOf(movements: readonly MoneyMovement[]): number {
  return movements.reduce((sum, { pence }) => sum + pence, 0);
}

function byPartnershipAndReference(one: Difference, other: Difference): number {
  const keyOf = ({ paid, received }: Difference) => {
    const either = (paid ?? received)!;
    return `${either.partnershipId} ${either.reference}`;
  };
  return keyOf(one).localeCompare(keyOf(other), 'en');
}
