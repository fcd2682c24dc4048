import { CarryForward } from './carry-forward';

/** A carry-forward as stored. */
export class CarryForwardRecord extends CarryForward {
  decisionReference!: string | null;
}
