import { AgreementSignature } from '@hub/contract';
import { EntitySchema } from 'typeorm';

/** A signature as stored. */
export class AgreementSignatureRecord extends AgreementSignature {}

/** Table `agreement_signature`. */
export const agreementSignatureSchema = new EntitySchema<AgreementSignatureRecord>({
  name: 'AgreementSignature',
  tableName: 'agreement_signature',
  target: AgreementSignatureRecord,
  columns: {
    id: { type: 'text', primary: true },
    procedureId: { type: 'text', name: 'procedure_id' },
    signedOn: { type: 'date', name: 'signed_on' },
    isSynthetic: { type: 'boolean', name: 'is_synthetic' },
  },
  relations: { agency: { type: 'many-to-one', target: 'AgencyRecord', joinColumn: { name: 'agency_id' } } },
});
