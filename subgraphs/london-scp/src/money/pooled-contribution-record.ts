import { bigintNumber } from '@hub/subgraph-kit';
import { EntitySchema } from 'typeorm';
import { PooledContribution } from './pooled-contribution';

/** A contribution to the London SCP as stored. */
export class PooledContributionRecord extends PooledContribution {
  financialYear!: string;
  partnershipId!: string;
}

/** Table `pooled_contribution`. */
export const pooledContributionSchema = new EntitySchema<PooledContributionRecord>({
  name: 'PooledContribution',
  tableName: 'pooled_contribution',
  target: PooledContributionRecord,
  columns: {
    id: { type: 'text', primary: true },
    financialYear: { type: 'text', name: 'financial_year' },
    partnershipId: { type: 'text', name: 'partnership_id' },
    reference: { type: 'text' },
    agencyId: { type: 'text', name: 'agency_id' },
    sector: { type: 'text' },
    target: { type: 'text' },
    project: { type: 'text', nullable: true },
    kind: { type: 'text' },
    invitedOn: { type: 'date', name: 'invited_on' },
    pledgedPence: { type: 'bigint', name: 'pledged_pence', nullable: true, transformer: bigintNumber },
    receivedPence: { type: 'bigint', name: 'received_pence', nullable: true, transformer: bigintNumber },
    receivedOn: { type: 'date', name: 'received_on', nullable: true },
    isSynthetic: { type: 'boolean', name: 'is_synthetic' },
  },
});
