import { Contribution } from '@hub/contract';
import { bigintNumber } from '@hub/subgraph-kit';
import { EntitySchema } from 'typeorm';

/** A contribution as stored. */
export class ContributionRecord extends Contribution {}

/** Table `contribution`. */
export const contributionSchema = new EntitySchema<ContributionRecord>({
  name: 'Contribution',
  tableName: 'contribution',
  target: ContributionRecord,
  columns: {
    id: { type: 'text', primary: true },
    financialYear: { type: 'text', name: 'financial_year' },
    target: { type: 'text' },
    project: { type: 'text', nullable: true },
    kind: { type: 'text' },
    pledgedPence: { type: 'bigint', name: 'pledged_pence', nullable: true, transformer: bigintNumber },
    paidPence: { type: 'bigint', name: 'paid_pence', nullable: true, transformer: bigintNumber },
    paidOn: { type: 'date', name: 'paid_on', nullable: true },
    reference: { type: 'text' },
    isSynthetic: { type: 'boolean', name: 'is_synthetic' },
  },
  relations: { agency: { type: 'many-to-one', target: 'AgencyRecord', joinColumn: { name: 'agency_id' } } },
});
