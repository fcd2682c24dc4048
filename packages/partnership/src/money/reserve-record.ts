import { Reserve } from '@hub/contract';
import { bigintNumber } from '@hub/subgraph-kit';
import { EntitySchema } from 'typeorm';
import type { ReviewChargeRecord } from './review-charge-record';

/** A reserve as stored. Its balance is derived, never stored. */
export class ReserveRecord extends Reserve {
  /** GSS code of the local authority that holds it. */
  localAuthorityCode!: string;

  /** Its charges, where a mutation has just read them; otherwise they are loaded. */
  override charges!: ReviewChargeRecord[];
}

/** Table `reserve`. */
export const reserveSchema = new EntitySchema<ReserveRecord>({
  name: 'Reserve',
  tableName: 'reserve',
  target: ReserveRecord,
  columns: {
    localAuthorityCode: { type: 'text', name: 'local_authority_code', primary: true },
    openingPence: { type: 'bigint', name: 'opening_pence', transformer: bigintNumber },
    isSynthetic: { type: 'boolean', name: 'is_synthetic' },
  },
});
