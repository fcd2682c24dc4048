import { MemberAgreement } from '@hub/contract';
import { EntitySchema } from 'typeorm';

/** The agreement as stored. Its statements belong to it alone and are kept within its row. */
export class MemberAgreementRecord extends MemberAgreement {}

/** Table `member_agreement`. */
export const memberAgreementSchema = new EntitySchema<MemberAgreementRecord>({
  name: 'MemberAgreement',
  tableName: 'member_agreement',
  target: MemberAgreementRecord,
  columns: {
    id: { type: 'text', primary: true },
    title: { type: 'text' },
    undertakings: { type: 'jsonb' },
    contributions: { type: 'jsonb' },
    entitlements: { type: 'jsonb' },
    sources: { type: 'text', array: true },
  },
});
