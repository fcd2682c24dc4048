import { PooledContribution } from './pooled-contribution';

/** A contribution to the London SCP as stored. */
export class PooledContributionRecord extends PooledContribution {
  financialYear!: string;
  partnershipId!: string;
}
