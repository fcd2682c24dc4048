import { defineGroupLoader, defineLoader } from '@hub/subgraph-kit';
import { In } from 'typeorm';
import { AllocationRecord } from './allocation-record';
import { ExpenditureRecord, PooledBudgetRecord } from './pooled-budget-records';
import { PooledContributionRecord } from './pooled-contribution-record';

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
