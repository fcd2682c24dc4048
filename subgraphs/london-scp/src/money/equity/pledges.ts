import { ContributionKind, ContributionTarget, type Sector } from '@hub/contract';
import type { LedgerLine } from '../answered-ledgers';

/** A pledge of money to London, in pence. */
export interface Pledge {
  partnershipId: string;
  sector: Sector;
  pence: number;
}

/** The pledges to London in the ledgers that answered. Where an agency gave no answer there is no pledge. */
export function pledgesToLondon(ledgers: ReadonlyMap<string, readonly LedgerLine[]>): Pledge[] {
  return [...ledgers].flatMap(([partnershipId, ledger]) =>
    ledger.flatMap(({ target, kind, pledgedPence, agency: { sector } }) =>
      target === ContributionTarget.LOCAL_BUDGET || kind !== ContributionKind.CASH || pledgedPence === null
        ? []
        : { partnershipId, sector, pence: pledgedPence },
    ),
  );
}

/** Sum of the pledges that `belongs` picks; null where there is none, because zero is an answer and not a default. */
export function pledgedBy(pledges: readonly Pledge[], belongs: (pledge: Pledge) => boolean): number | null {
  const own = pledges.filter(belongs);
  return own.length === 0 ? null : own.reduce((sum, { pence }) => sum + pence, 0);
}
