import { Allocation } from './allocation';

/** An allocation as stored. */
export class AllocationRecord extends Allocation {
  financialYear!: string;
  decisionReference!: string;
}
