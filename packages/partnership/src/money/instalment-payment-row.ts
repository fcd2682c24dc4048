import { InstalmentPayment } from '@hub/contract';

/** A payment of several as stored. */
export class InstalmentPaymentRecord extends InstalmentPayment {
  /** Reference of the contribution. */
  contributionReference!: string;
}
