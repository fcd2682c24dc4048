import { insertBeside, loadOnce } from '@hub/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { readPartnerships } from '../directory/directory-files';
import { AllocationRecord } from './allocation-row';
import {
  DEMONSTRATION_BUDGETS,
  demonstrationAllocations,
  demonstrationExpenditures,
  demonstrationReceipts,
} from './pooled-budget-demonstration';
import { ExpenditureRecord } from './expenditure-row';
import { PooledBudgetRecord } from './pooled-budget-record';
import { PooledContributionRecord } from './pooled-contribution-row';

/**
 * Brings the demonstration years in, or takes them out again. What was recorded by mutations stays,
 * and so does a year that it stands in, which is then no demonstration.
 */
export async function loadPooledBudget(manager: EntityManager, { demo }: { demo: boolean }): Promise<void> {
  const rows = demo
    ? {
        budgets: DEMONSTRATION_BUDGETS,
        receipts: demonstrationReceipts(readPartnerships().map(({ id }) => id)),
        expenditures: demonstrationExpenditures(),
        allocations: demonstrationAllocations(),
      }
    : { budgets: [], receipts: [], expenditures: [], allocations: [] };
  await loadOnce(manager, 'demonstration receipts', rows, async () => {
    await manager.query('DELETE FROM allocation WHERE is_synthetic');
    await manager.query('DELETE FROM expenditure WHERE is_synthetic');
    await manager.query('DELETE FROM pooled_contribution WHERE is_synthetic');
    await manager.query(`
      DELETE FROM pooled_budget year WHERE is_synthetic
        AND NOT EXISTS (SELECT FROM pooled_contribution WHERE financial_year = year.financial_year)
        AND NOT EXISTS (SELECT FROM allocation WHERE financial_year = year.financial_year)
        AND NOT EXISTS (SELECT FROM expenditure WHERE financial_year = year.financial_year)`);
    await manager.query('UPDATE pooled_budget SET is_synthetic = false WHERE is_synthetic');
    await insertBeside(manager, PooledBudgetRecord, rows.budgets);
    await insertBeside(manager, PooledContributionRecord, rows.receipts);
    await insertBeside(manager, ExpenditureRecord, rows.expenditures);
    await insertBeside(manager, AllocationRecord, rows.allocations);
  });
}
