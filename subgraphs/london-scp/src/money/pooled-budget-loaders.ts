import { defineGroupLoader, defineLoader, type SubgraphContext } from '@hub/subgraph-kit';
import { In } from 'typeorm';
import { AllocationRecord } from './allocation-record';
import type { BroughtYear } from './answered-ledgers';
import { ExpenditureRecord, PooledBudgetRecord } from './pooled-budget-records';
import { PooledContributionRecord } from './pooled-contribution-record';

/** A pooled budget on its way through a request, with what the gateway brought for its reducers. */
export class PooledBudgetRoot extends PooledBudgetRecord {
  ledgers?: readonly BroughtYear[] | undefined;
  previousLedgers?: readonly BroughtYear[] | undefined;
}

/** A financial year's budget, by year. */
export const budgetOfYear = defineLoader<string, PooledBudgetRecord>(async (years, context) => {
  const rows = await context.dataSource.getRepository(PooledBudgetRecord).findBy({ financialYear: In([...years]) });
  return new Map(rows.map((budget) => [budget.financialYear, budget]));
});

/** Contributions of a financial year by reference, by year. */
export const contributionsOfYear = defineGroupLoader<string, PooledContributionRecord>(
  (years, context) =>
    context.dataSource.getRepository(PooledContributionRecord).find({
      where: { financialYear: In([...years]) },
      order: { reference: 'ASC' },
    }),
  (contribution) => contribution.financialYear,
);

/** Expenditures of a financial year by day, by year. */
export const expendituresOfYear = defineGroupLoader<string, ExpenditureRecord>(
  (years, context) =>
    context.dataSource.getRepository(ExpenditureRecord).find({
      where: { financialYear: In([...years]) },
      order: { spentOn: 'ASC', reference: 'ASC' },
    }),
  (expenditure) => expenditure.financialYear,
);

/** Allocations of a financial year by day, by year. */
export const allocationsOfYear = defineGroupLoader<string, AllocationRecord>(
  (years, context) =>
    context.dataSource.getRepository(AllocationRecord).find({
      where: { financialYear: In([...years]) },
      order: { allocatedOn: 'ASC', reference: 'ASC' },
    }),
  (allocation) => allocation.financialYear,
);

/**
 * The budget of a financial year, or null where the year was not opened.
 *
 * @param brought - a representation with the required ledgers, where the gateway sends one.
 */
export async function pooledBudgetRoot(
  context: SubgraphContext,
  financialYear: unknown,
  brought: Record<string, unknown> = {},
): Promise<PooledBudgetRoot | null> {
  const budget = await budgetOfYear(context).load(String(financialYear));
  // A copy: one year can be asked for twice in a request, and only one of them with its ledgers.
  return budget
    ? Object.assign(new PooledBudgetRoot(), budget, {
        ledgers: brought['budgetYears'],
        previousLedgers: brought['previousBudgetYears'],
      })
    : null;
}
