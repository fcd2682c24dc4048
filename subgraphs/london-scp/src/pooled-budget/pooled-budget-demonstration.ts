import { ContributionTarget } from '@hub/contract';
import { DEMONSTRATION_UNTIL, demonstrationLedger, plusDays, seededRandom } from '@hub/partnership';

/**
 * What London Councils received in the demonstration data: what the partnerships' ledgers say they
 * paid, a few days later, with a few receipts that differ in amount or are missing, so that there is
 * something to reconcile.
 */
export function demonstrationReceipts(partnershipIds: readonly string[]) {
  return partnershipIds.flatMap((partnershipId) =>
    demonstrationLedger(partnershipId)
      .filter(({ target }) => target !== ContributionTarget.LOCAL_BUDGET)
      .map(({ reference, financialYear, agencyId, sector, target, project, pledgedPence, paidPence, paidOn }) => {
        const random = seededRandom(`receipt/${reference}`);
        const arrivesOn = paidOn === null ? null : plusDays(paidOn, Math.floor(random() * 10));
        const isReceived = arrivesOn !== null && arrivesOn <= DEMONSTRATION_UNTIL && random() > 0.08;
        const shortfall = random() < 0.08 ? 5_000 : 0;
        return {
          id: `receipt:${reference}`,
          financialYear,
          partnershipId,
          reference,
          agencyId,
          sector,
          target,
          project,
          invitedOn: `${financialYear.slice(0, 4)}-02-01`,
          pledgedPence,
          receivedPence: isReceived ? (paidPence ?? 0) - shortfall : null,
          receivedOn: isReceived ? arrivesOn : null,
          isSynthetic: true,
        };
      }),
  );
}
