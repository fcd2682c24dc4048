import { defineLoader, groupedBy } from '@hub/subgraph-kit';
import { In } from 'typeorm';
import { allocation } from './allocation-record';
import { expenditure } from './expenditure-record';
import { PooledBudgetRecord } from './pooled-budget-record';
import { pooledContribution } from './pooled-contribution-record';

/** A financial year's budget, by year. */
export const budgetOfYear = defineLoader<string, PooledBudgetRecord>(async (years, context) => {
  const rows = await context.dataSource.getRepository(PooledBudgetRecord).findBy({ financialYear: In([...years]) });
  return new Map(rows.map((budget) => [budget.financialYear, budget]));
});

/** Contributions of a financial year by reference, by year. */
export const contributionsOfYear = groupedBy(pooledContribution, 'financialYear');

/** Expenditures of a financial year by day, by year. */
export const expendituresOfYear = groupedBy(expenditure, 'financialYear');

/** Allocations of a financial year by day, by year. */
export const allocationsOfYear = groupedBy(allocation, 'financialYear');
