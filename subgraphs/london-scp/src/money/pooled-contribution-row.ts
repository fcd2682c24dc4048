import type { Instalment } from '@hub/contract';
import { PooledContribution } from './pooled-contribution';

/** A contribution to the London SCP as stored. */
export class PooledContributionRecord extends PooledContribution {
  financialYear!: string;
  /** Null where it is of a member organisation of the London SCP itself, as MOPAC. */
  partnershipId!: string | null;
  /** By day; null where none are agreed. */
  agreedInstalments!: Instalment[] | null;
}
