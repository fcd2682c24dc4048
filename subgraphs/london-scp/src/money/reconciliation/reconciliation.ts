import { isWhole } from '../../directory/coverage';
import { reduceOver } from '../../directory/reduce-over';
import type { Ledgers } from '../ledger-line';
import type { Received } from '../received';
import { paymentsToLondon, receiptsOfLondon } from './money-movements';
import { reconcile, type Difference, type MoneyMovement } from './reconcile';
import type { Reconciliation } from './reconciliation-type';
import { totalsByAgency } from './totals-by-agency';

/**
 * The ledgers of the partnerships that answered, with the receipts of London Councils. Receipts from a partnership that
 * did not answer are not compared, and their sum says how much that is.
 */
export const reconciliation = reduceOver(
  'budgetYears',
  'PartnershipBudgetYear',
  'contributions { reference target project kind paidPence paidOn agency { id sector } ' +
    'instalments { payments { reference amountPence paidOn } } }',
  (
    { answers, coverage }: Ledgers,
    _context,
    received: readonly Received[],
    dateToleranceDays: number,
  ): Reconciliation => {
    const byId = new Map(answers.map(({ partnership }) => [partnership.id, partnership]));
    const partnershipOf = ({ partnershipId }: { partnershipId: string }) => byId.get(partnershipId) ?? null;
    const payments = answers.flatMap(({ partnership, contributions: ledger }) =>
      paymentsToLondon(partnership.id, ledger),
    );
    const receipts = receiptsOfLondon(received);
    const compared = receipts.filter(({ partnershipId }) => byId.has(partnershipId));
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
      paidPence: isWhole(coverage) ? sumOf(payments) : null,
      receivedPence: sumOf(receipts),
      notComparedPence: sumOf(receipts) - sumOf(compared),
      dateToleranceDays,
    };
  },
);

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
