import { EntitySchema } from 'typeorm';
import type { BudgetStatus } from './budget-status';

/** A financial year of the pooled budget as stored. */
export class PooledBudgetRecord {
  financialYear!: string;
  status!: BudgetStatus;
  closedOn!: string | null;
  isSynthetic!: boolean;
}

/** Table `pooled_budget`. */
export const pooledBudgetSchema = new EntitySchema<PooledBudgetRecord>({
  name: 'PooledBudget',
  tableName: 'pooled_budget',
  target: PooledBudgetRecord,
  columns: {
    financialYear: { type: 'text', name: 'financial_year', primary: true },
    status: { type: 'text' },
    closedOn: { type: 'date', name: 'closed_on', nullable: true },
    isSynthetic: { type: 'boolean', name: 'is_synthetic' },
  },
});
