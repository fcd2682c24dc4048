import { bigintNumber } from '@hub/subgraph-kit';
import { EntitySchema } from 'typeorm';
import type { BudgetStatus } from './budget-status';
import { Expenditure } from './expenditure';

/** A financial year of the pooled budget as stored. */
export class PooledBudgetRecord {
  financialYear!: string;
  status!: BudgetStatus;
  closedOn!: string | null;
  isSynthetic!: boolean;
}

/** An expenditure as stored. */
export class ExpenditureRecord extends Expenditure {
  financialYear!: string;
}

/** The tables of financial years and expenditure. */
export const pooledBudgetSchemas = [
  new EntitySchema<PooledBudgetRecord>({
    name: 'PooledBudget',
    tableName: 'pooled_budget',
    target: PooledBudgetRecord,
    columns: {
      financialYear: { type: 'text', name: 'financial_year', primary: true },
      status: { type: 'text' },
      closedOn: { type: 'date', name: 'closed_on', nullable: true },
      isSynthetic: { type: 'boolean', name: 'is_synthetic' },
    },
  }),
  new EntitySchema<ExpenditureRecord>({
    name: 'Expenditure',
    tableName: 'expenditure',
    target: ExpenditureRecord,
    columns: {
      reference: { type: 'text', primary: true },
      financialYear: { type: 'text', name: 'financial_year' },
      description: { type: 'text' },
      amountPence: { type: 'bigint', name: 'amount_pence', transformer: bigintNumber },
      spentOn: { type: 'date', name: 'spent_on' },
      decisionReference: { type: 'text', name: 'decision_reference' },
      isSynthetic: { type: 'boolean', name: 'is_synthetic' },
    },
  }),
];
