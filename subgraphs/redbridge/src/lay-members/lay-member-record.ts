import { LayMember } from '@hub/contract';
import { EntitySchema } from 'typeorm';

/** A lay member as stored. The end of the term is derived, never stored. */
export class LayMemberRecord extends LayMember {}

/** Table `lay_member`. */
export const layMemberSchema = new EntitySchema<LayMemberRecord>({
  name: 'LayMember',
  tableName: 'lay_member',
  target: LayMemberRecord,
  columns: {
    id: { type: 'text', primary: true },
    appointedOn: { type: 'date', name: 'appointed_on' },
    isRenewed: { type: 'boolean', name: 'is_renewed' },
    isSynthetic: { type: 'boolean', name: 'is_synthetic' },
  },
});
