import { foundBy, groupedBy } from '@hub/subgraph-kit';
import { allocation } from './allocation-record';
import { carryForward } from './carry-forward-record';
import { expenditure } from './expenditure-record';
import { pooledInstalmentPayment } from './instalment-records';
import { PooledBudgetRecord, pooledBudgetSchema } from './pooled-budget-record';
import { pooledContribution } from './pooled-contribution-record';

/** A financial year's budget, by year. */
export const budgetOfYear = foundBy({ row: PooledBudgetRecord, schema: pooledBudgetSchema }, 'financialYear');

/** Contributions of a financial year by reference, by year. */
export const contributionsOfYear = groupedBy(pooledContribution, 'financialYear');

/** Expenditures of a financial year by day, by year. */
export const expendituresOfYear = groupedBy(expenditure, 'financialYear');

/** Allocations of a financial year by day, by year. */
export const allocationsOfYear = groupedBy(allocation, 'financialYear');

/** What London Councils received in instalments, by day, by the reference of the contribution. */
export const paymentsOfContribution = groupedBy(pooledInstalmentPayment, 'contributionReference');

/** What was carried into a financial year, by that year. */
export const carriedInto = foundBy(carryForward, 'toYear');

/** What was carried forward of a financial year, by that year. */
export const carriedFrom = foundBy(carryForward, 'fromYear');
