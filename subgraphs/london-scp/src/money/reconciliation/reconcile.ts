import { referenceKey, type ContributionTarget } from '@hub/contract';
import { DifferenceKind } from './difference-kind';

/** Money that moved, as one of the two books has it. Amounts are in pence and above 0. */
export interface MoneyMovement {
  partnershipId: string;
  agencyId: string;
  target: ContributionTarget;
  project: string | null;
  /** Reference of the contribution that it pays. */
  contribution: string;
  /** Reference of the payment: the contribution's own where it is paid at once. */
  reference: string;
  pence: number;
  /** The day, as `YYYY-MM-DD`; null where the book does not say. */
  on: string | null;
}

/** One difference between the two books, with what each says. */
export interface Difference {
  kind: DifferenceKind;
  paid: MoneyMovement | null;
  received: MoneyMovement | null;
  /** Received less paid, for the kinds about money; 0 for DATE and TARGET, so that differences add up. */
  differencePence: number;
}

/** What setting the two books against each other shows. */
export interface ReconciledBooks {
  /** Payments that agree with a receipt in amount, date and target. */
  matched: number;
  differences: Difference[];
}

/**
 * Sets what partnerships say they paid against what London Councils received. A payment and a
 * receipt are the same movement when partnership, agency and both references are the same; a
 * payment stands at most once in each book. A movement can differ in several ways, and every way is named.
 *
 * @param toleranceDays - days that may lie between a payment and its receipt, either way.
 */
export function reconcile(
  paid: readonly MoneyMovement[],
  received: readonly MoneyMovement[],
  toleranceDays: number,
): ReconciledBooks {
  const receipts = new Map(received.map((receipt) => [keyOf(receipt), receipt]));
  const differences: Difference[] = [];
  let matched = 0;
  for (const payment of paid) {
    const receipt = receipts.get(keyOf(payment)) ?? null;
    receipts.delete(keyOf(payment));
    const found = receipt ? differencesOf(payment, receipt, toleranceDays) : [unmatchedPayment(payment)];
    if (found.length === 0) matched += 1;
    differences.push(...found);
  }
  differences.push(...[...receipts.values()].map(unmatchedReceipt));
  return { matched, differences };
}

function keyOf({ partnershipId, agencyId, contribution, reference }: MoneyMovement): string {
  return JSON.stringify([partnershipId, agencyId, referenceKey(contribution), referenceKey(reference)]);
}

function unmatchedPayment(paid: MoneyMovement): Difference {
  return { kind: DifferenceKind.UNMATCHED_PAYMENT, paid, received: null, differencePence: -paid.pence };
}

function unmatchedReceipt(received: MoneyMovement): Difference {
  return { kind: DifferenceKind.UNMATCHED_RECEIPT, paid: null, received, differencePence: received.pence };
}

function differencesOf(paid: MoneyMovement, received: MoneyMovement, toleranceDays: number): Difference[] {
  const difference = received.pence - paid.pence;
  const found: Difference[] = [];
  if (difference !== 0) found.push({ kind: DifferenceKind.AMOUNT, paid, received, differencePence: difference });
  if (paid.on !== null && received.on !== null && daysBetween(paid.on, received.on) > toleranceDays) {
    found.push({ kind: DifferenceKind.DATE, paid, received, differencePence: 0 });
  }
  if (paid.target !== received.target || paid.project !== received.project) {
    found.push({ kind: DifferenceKind.TARGET, paid, received, differencePence: 0 });
  }
  return found;
}

function daysBetween(one: string, other: string): number {
  return Math.abs(Date.parse(one) - Date.parse(other)) / 86_400_000;
}
