import type { ContributionKind, ContributionTarget, Payment, Sector } from '@hub/contract';
import type { Answered } from '../directory/reduce-over';

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
  /** Null where it has none. */
  instalments: { payments: readonly Payment[] } | null;
}

/** The ledgers of one year. A partnership that answers with an empty one has answered. */
export type Ledgers = Answered<{ contributions: LedgerLine[] }>;
