import { InstalmentPaymentRecord, removeStrayPayments } from '@hub/partnership';
import { insertBeside, loadOnce } from '@hub/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { readPartnerships } from '../directory/directory-files';
import { AllocationRecord } from './allocation-row';
import { CarryForwardRecord } from './carry-forward-row';
import {
  DEMONSTRATION_BUDGETS,
  demonstrationAllocations,
  demonstrationCarryForwards,
  demonstrationExpenditures,
  demonstrationInstalmentReceipts,
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
  const partnershipIds = readPartnerships().map(({ id }) => id);
  const rows = demo
    ? {
        budgets: DEMONSTRATION_BUDGETS,
        receipts: demonstrationReceipts(partnershipIds),
        instalments: demonstrationInstalmentReceipts(partnershipIds),
        expenditures: demonstrationExpenditures(),
        allocations: demonstrationAllocations(),
        carried: demonstrationCarryForwards(),
      }
    : { budgets: [], receipts: [], instalments: [], expenditures: [], allocations: [], carried: [] };
  await loadOnce(manager, 'demonstration receipts', rows, async () => {
    for (const table of ['carry_forward', 'allocation', 'expenditure', 'instalment_payment', 'pooled_contribution']) {
      await manager.query(`DELETE FROM ${table} WHERE is_synthetic`);
    }
    await manager.query(`
      DELETE FROM pooled_budget year WHERE is_synthetic
        AND NOT EXISTS (SELECT FROM pooled_contribution WHERE financial_year = year.financial_year)
        AND NOT EXISTS (SELECT FROM carry_forward WHERE year.financial_year IN (from_year, to_year))
        AND NOT EXISTS (SELECT FROM allocation WHERE financial_year = year.financial_year)
        AND NOT EXISTS (SELECT FROM expenditure WHERE financial_year = year.financial_year)`);
    await manager.query('UPDATE pooled_budget SET is_synthetic = false WHERE is_synthetic');
    await insertBeside(manager, PooledBudgetRecord, rows.budgets);
    await insertBeside(manager, PooledContributionRecord, rows.receipts);
    await insertBeside(manager, ExpenditureRecord, rows.expenditures);
    await insertBeside(manager, AllocationRecord, rows.allocations);
    await insertBeside(manager, InstalmentPaymentRecord, rows.instalments);
    await removeStrayPayments(manager, 'pooled_contribution');
    await insertBeside(manager, CarryForwardRecord, rows.carried);
  });
}
