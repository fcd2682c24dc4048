import type { MoneyMovement } from './reconcile';

/** What one agency paid and what was received of it, to the pool or to one project. Amounts are in pence. */
export interface AgencyTotals {
  partnershipId: string;
  agencyId: string;
  /** Null for the pool. */
  project: string | null;
  paidPence: number;
  receivedPence: number;
}

/** Adds up both books by partnership, agency and project, in that order. */
export function totalsByAgency(paid: readonly MoneyMovement[], received: readonly MoneyMovement[]): AgencyTotals[] {
  const totals = new Map<string, AgencyTotals>();
  const totalsOf = ({ partnershipId, agencyId, project }: MoneyMovement) => {
    const key = JSON.stringify([partnershipId, agencyId, project ?? '']);
    const known = totals.get(key) ?? { partnershipId, agencyId, project, paidPence: 0, receivedPence: 0 };
    totals.set(key, known);
    return known;
  };
  for (const payment of paid) totalsOf(payment).paidPence += payment.pence;
  for (const receipt of received) totalsOf(receipt).receivedPence += receipt.pence;
  return [...totals].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}
