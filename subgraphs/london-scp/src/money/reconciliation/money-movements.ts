import { ContributionKind, ContributionTarget, paymentsOf, type Payment } from '@hub/contract';
import { LONDON_SCP } from '../../governance/executive/london-scp-resolver';
import type { LedgerLine } from '../ledger-line';
import type { Received } from '../received';
import type { MoneyMovement } from './reconcile';

/** What a partnership's ledger says it paid to London in money, at once or in instalments. A payment of nothing is not a payment. */
export function paymentsToLondon(partnershipId: string, ledger: readonly LedgerLine[]): MoneyMovement[] {
  return ledger.flatMap(({ target, kind, paidPence: pence, paidOn: on, agency, project, reference, instalments }) =>
    target === ContributionTarget.LOCAL_BUDGET || kind !== ContributionKind.CASH
      ? []
      : paymentsOf({ reference, pence, on }, instalments?.payments ?? []).map((payment) => ({
          ...{ partnershipId, agencyId: agency.id, target, project, contribution: reference },
          ...moneyOf(payment),
        })),
  );
}

/** What London Councils received in money, at once or in instalments. */
export function receiptsOfLondon(received: readonly Received[]): MoneyMovement[] {
  return received.flatMap(({ contribution, payments }) =>
    contribution.kind !== ContributionKind.CASH
      ? []
      : payments.map((payment) => ({
          // A member of the London SCP itself has no ledger here, and none is asked for it.
          ...{ partnershipId: contribution.partnershipId ?? LONDON_SCP.id, agencyId: contribution.agencyId },
          ...{ target: contribution.target, project: contribution.project, contribution: contribution.reference },
          ...moneyOf(payment),
        })),
  );
}

const moneyOf = ({ reference, amountPence: pence, paidOn: on }: Payment) => ({ reference, pence, on });
