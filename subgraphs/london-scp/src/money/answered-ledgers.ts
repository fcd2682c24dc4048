import type { ContributionKind, ContributionTarget, Sector } from '@hub/contract';
import { answersByPlace } from '../directory/answers-by-place';

/** A line of a partnership's ledger, as the gateway brings it. */
export interface LedgerLine {
  reference: string;
  target: ContributionTarget;
  project: string | null;
  kind: ContributionKind;
  pledgedPence: number | null;
  paidPence: number | null;
  paidOn: string | null;
  agency: { id: string; sector: Sector };
}

/** A financial year of a partnership's books, as the gateway brings it: null where the partnership did not answer. */
export type BroughtYear = { contributions: LedgerLine[] | null } | null;

/**
 * The ledgers of the partnerships that answered, by partnership id. A partnership that answers with
 * an empty ledger has answered; one whose ledger is null has not.
 *
 * @param brought - the required list of a representation.
 * @param asked - ids of the partnerships, in the order of the references that were given out.
 */
export function answeredLedgers(
  brought: readonly BroughtYear[] | undefined,
  asked: readonly string[],
): Map<string, LedgerLine[]> {
  return new Map(
    answersByPlace(asked, brought ?? []).flatMap(([partnershipId, year]) =>
      year?.contributions ? [[partnershipId, year.contributions] as const] : [],
    ),
  );
}
