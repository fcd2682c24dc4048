import { Priority } from '@hub/contract';
import { EntitySchema } from 'typeorm';

/** A priority as stored. */
export class PriorityRecord extends Priority {}

/** Table `priority`. */
export const prioritySchema = new EntitySchema<PriorityRecord>({
  name: 'Priority',
  tableName: 'priority',
  target: PriorityRecord,
  columns: {
    id: { type: 'text', primary: true },
    title: { type: 'text' },
    financialYear: { type: 'text', name: 'financial_year', nullable: true },
    sources: { type: 'text', array: true },
    isSynthetic: { type: 'boolean', name: 'is_synthetic' },
  },
});
