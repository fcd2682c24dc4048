import { LocalBudget } from '@hub/contract';
import { bigintNumber } from '@hub/subgraph-kit';
import { EntitySchema } from 'typeorm';

/** An annual budget as stored. */
export class LocalBudgetRecord extends LocalBudget {
  financialYear!: string;
}

/** Table `local_budget`. */
export const localBudgetSchema = new EntitySchema<LocalBudgetRecord>({
  name: 'LocalBudget',
  tableName: 'local_budget',
  target: LocalBudgetRecord,
  columns: {
    financialYear: { type: 'text', name: 'financial_year', primary: true },
    approvedPence: { type: 'bigint', name: 'approved_pence', transformer: bigintNumber },
    decisionReference: { type: 'text', name: 'decision_reference' },
    approvedOn: { type: 'date', name: 'approved_on' },
    isSynthetic: { type: 'boolean', name: 'is_synthetic' },
  },
});
