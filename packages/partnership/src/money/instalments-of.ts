import { paymentsOf, type Instalment, type InstalmentPayment, type PaidAtOnce, type Payment } from '@hub/contract';

/** The instalments of a contribution, with what else their sums follow from. */
export interface InstalmentsOfPledge {
  pledgedPence: number | null;
  agreed: readonly Instalment[];
  payments: readonly InstalmentPayment[];
  /** Those, or the one payment of all. */
  paid: readonly Payment[];
}

/** What is agreed and paid of a contribution; null where it has no instalments. */
export function instalmentsOf(
  { pledgedPence, agreedInstalments }: { pledgedPence: number | null; agreedInstalments: readonly Instalment[] | null },
  atOnce: PaidAtOnce,
  payments: readonly InstalmentPayment[],
): InstalmentsOfPledge | null {
  if (agreedInstalments === null && payments.length === 0) return null;
  return { pledgedPence, agreed: agreedInstalments ?? [], payments, paid: paymentsOf(atOnce, payments) };
}
