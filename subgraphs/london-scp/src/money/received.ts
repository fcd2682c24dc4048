import { paymentsOf, type InstalmentPayment, type PaidAtOnce, type Payment } from '@hub/contract';
import type { SubgraphContext } from '@hub/subgraph-kit';
import { contributionsOfYear, paymentsOfContribution } from './pooled-budget-loaders';
import type { PooledContributionRecord } from './pooled-contribution-row';

/** What was received of a contribution as one sum. */
export const receivedAtOnce = ({ reference, receivedPence, receivedOn }: PooledContributionRecord): PaidAtOnce => ({
  ...{ reference, pence: receivedPence, on: receivedOn },
});

/** A contribution with everything that was received of it. */
export interface Received {
  contribution: PooledContributionRecord;
  payments: readonly Payment[];
}

/** Sets beside a contribution what was received of it, at once or in instalments. */
export const received = (
  contribution: PooledContributionRecord,
  instalments: readonly InstalmentPayment[],
): Received => ({ contribution, payments: paymentsOf(receivedAtOnce(contribution), instalments) });

/** Every contribution of a financial year, with what was received of it. */
export async function receivedOfYear(context: SubgraphContext, financialYear: string): Promise<Received[]> {
  const payments = paymentsOfContribution(context);
  const contributions = await contributionsOfYear(context).load(financialYear);
  return Promise.all(contributions.map(async (one) => received(one, await payments.load(one.reference))));
}
