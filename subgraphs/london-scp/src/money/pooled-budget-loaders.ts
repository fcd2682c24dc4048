import { defineLoader, groupedBy, type SubgraphContext } from '@hub/subgraph-kit';
import { In } from 'typeorm';
import { allocation } from './allocation-record';
import type { BroughtYear } from './answered-ledgers';
import { expenditure } from './expenditure-record';
import { PooledBudgetRecord } from './pooled-budget-record';
import { pooledContribution } from './pooled-contribution-record';

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
export const contributionsOfYear = groupedBy(pooledContribution, 'financialYear');

/** Expenditures of a financial year by day, by year. */
export const expendituresOfYear = groupedBy(expenditure, 'financialYear');

/** Allocations of a financial year by day, by year. */
export const allocationsOfYear = groupedBy(allocation, 'financialYear');

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
