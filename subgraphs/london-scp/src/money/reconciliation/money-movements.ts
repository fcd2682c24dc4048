import { ContributionKind, ContributionTarget } from '@hub/contract';
import type { LedgerLine } from '../ledger-line';
import type { PooledContributionRecord } from '../pooled-contribution-row';
import type { MoneyMovement } from './reconcile';

/** What a partnership's ledger says it paid to London in money. A payment of nothing is not a payment. */
export function paymentsToLondon(partnershipId: string, ledger: readonly LedgerLine[]): MoneyMovement[] {
  return ledger.flatMap(({ target, kind, paidPence, paidOn, agency, project, reference }) =>
    target === ContributionTarget.LOCAL_BUDGET || kind !== ContributionKind.CASH || !paidPence
      ? []
      : { partnershipId, agencyId: agency.id, target, project, reference, pence: paidPence, on: paidOn },
  );
}

/** What London Councils received in money. */
export function receiptsOfLondon(contributions: readonly PooledContributionRecord[]): MoneyMovement[] {
  return contributions.flatMap(({ partnershipId, agencyId, target, kind, project, reference, ...receipt }) =>
    kind !== ContributionKind.CASH || !receipt.receivedPence
      ? []
      : { partnershipId, agencyId, target, project, reference, pence: receipt.receivedPence, on: receipt.receivedOn },
  );
}
