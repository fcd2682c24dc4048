import { loadOnce, insertBeside } from '@hub/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { LocalBudgetRecord } from './local-budget-record';
import { ReserveRecord } from './reserve-record';
import { ReviewChargeRecord } from './review-charge-record';
import { demonstrationLocalBudgets } from './demonstration-local-budgets';
import { demonstrationReserves } from './demonstration-reserves';

/**
 * Brings demonstration budgets and reserves in, or takes them out again. A budget or a reserve that
 * the partnership recorded itself stands, and so does a reserve that its own charges point to.
 */
export async function loadBudgetDemonstration(
  manager: EntityManager,
  partnershipId: string,
  { demo }: { demo: boolean },
): Promise<void> {
  const rows = demo
    ? { budgets: demonstrationLocalBudgets(partnershipId), ...demonstrationReserves(partnershipId) }
    : { budgets: [], reserves: [], charges: [] };
  await loadOnce(manager, 'demonstration budgets', rows, async () => {
    await manager.query('DELETE FROM local_budget WHERE is_synthetic');
    await manager.query('DELETE FROM review_charge WHERE is_synthetic');
    await manager.query(`
      DELETE FROM reserve WHERE is_synthetic AND NOT EXISTS (
        SELECT FROM review_charge WHERE review_charge.local_authority_code = reserve.local_authority_code)`);
    await insertBeside(manager, LocalBudgetRecord, rows.budgets);
    await insertBeside(manager, ReserveRecord, rows.reserves);
    await insertBeside(manager, ReviewChargeRecord, rows.charges);
  });
}
