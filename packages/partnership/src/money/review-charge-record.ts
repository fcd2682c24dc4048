import { ReviewCharge } from '@hub/contract';
import { bigintNumber } from '@hub/subgraph-kit';
import { EntitySchema } from 'typeorm';

/** A charge on a reserve as stored. */
export class ReviewChargeRecord extends ReviewCharge {
  /** GSS code of the local authority whose reserve is charged. */
  localAuthorityCode!: string;
}

/** Table `review_charge`. */
export const reviewChargeSchema = new EntitySchema<ReviewChargeRecord>({
  name: 'ReviewCharge',
  tableName: 'review_charge',
  target: ReviewChargeRecord,
  columns: {
    reference: { type: 'text', primary: true },
    localAuthorityCode: { type: 'text', name: 'local_authority_code' },
    reviewReference: { type: 'text', name: 'review_reference' },
    amountPence: { type: 'bigint', name: 'amount_pence', transformer: bigintNumber },
    chargedOn: { type: 'date', name: 'charged_on' },
    isSynthetic: { type: 'boolean', name: 'is_synthetic' },
  },
});
