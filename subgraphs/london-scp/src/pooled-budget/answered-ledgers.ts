import type { ContributionKind, ContributionTarget, Sector } from '@hub/contract';

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
 * @param brought - the required list of a representation. Composition lets no reducer require the key of its elements,
 *   so that an element is told by its place.
 * @param asked - ids of the partnerships, in the order of the references that were given out.
 * @throws Error where the list is not as long as the references: its elements cannot be told.
 */
export function answeredLedgers(
  brought: readonly BroughtYear[] | undefined,
  asked: readonly string[],
): Map<string, LedgerLine[]> {
  const years = brought ?? [];
  if (years.length !== asked.length) {
    throw new Error(`The ledgers of ${asked.length} partnerships were asked for, and ${years.length} were brought.`);
  }
  return new Map(
    years.flatMap((year, index) => (year?.contributions ? [[asked[index]!, year.contributions] as const] : [])),
  );
}
