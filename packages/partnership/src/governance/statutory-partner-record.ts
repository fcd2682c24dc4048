import { StatutoryPartner } from '@hub/contract';
import { EntitySchema } from 'typeorm';
import { agencyColumn } from './agency-record';

/** A statutory partner as stored. */
export class StatutoryPartnerRecord extends StatutoryPartner {
  /** Id of the governing document that says it. */
  documentId!: string;

  /** Place in the document, from 0. */
  position!: number;
}

/** Table `statutory_partner`. */
export const statutoryPartnerSchema = new EntitySchema<StatutoryPartnerRecord>({
  name: 'StatutoryPartner',
  tableName: 'statutory_partner',
  target: StatutoryPartnerRecord,
  columns: {
    documentId: { type: 'text', name: 'document_id' },
    position: { type: 'integer', primary: true },
    sector: { type: 'text' },
    leadRepresentative: { type: 'text', name: 'lead_representative', nullable: true },
    sources: { type: 'text', array: true },
  },
  relations: { agency: agencyColumn },
});
