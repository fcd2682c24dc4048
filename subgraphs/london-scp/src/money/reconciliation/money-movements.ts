import { ContributionKind, ContributionTarget } from '@hub/contract';
import { LONDON_SCP } from '../../governance/executive/london-scp-resolver';
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
      : {
          // A member of the London SCP itself has no ledger here, and none is asked for it.
          ...{ partnershipId: partnershipId ?? LONDON_SCP.id, agencyId, target, project, reference },
          ...{ pence: receipt.receivedPence, on: receipt.receivedOn },
        },
  );
}
