import { bigintNumber } from '@hub/subgraph-kit';
import { EntitySchema } from 'typeorm';
import { Allocation } from './allocation';

/** An allocation as stored. */
export class AllocationRecord extends Allocation {
  financialYear!: string;
  decisionReference!: string;
}

/** Table `allocation`. */
export const allocationSchema = new EntitySchema<AllocationRecord>({
  name: 'Allocation',
  tableName: 'allocation',
  target: AllocationRecord,
  columns: {
    reference: { type: 'text', primary: true },
    financialYear: { type: 'text', name: 'financial_year' },
    project: { type: 'text' },
    amountPence: { type: 'bigint', name: 'amount_pence', transformer: bigintNumber },
    allocatedOn: { type: 'date', name: 'allocated_on' },
    decisionReference: { type: 'text', name: 'decision_reference' },
    isSynthetic: { type: 'boolean', name: 'is_synthetic' },
  },
});
