import { Relation } from '@hub/contract';
import { EntitySchema } from 'typeorm';

/** A relation as stored. */
export class RelationRecord extends Relation {
  /** Id of the governing document that says it. */
  documentId!: string;

  /** Place in the facts file, from 0. */
  position!: number;
}

/** Table `relation`. */
export const relationSchema = new EntitySchema<RelationRecord>({
  name: 'Relation',
  tableName: 'relation',
  target: RelationRecord,
  columns: {
    documentId: { type: 'text', name: 'document_id' },
    id: { type: 'text', primary: true },
    subject: { type: 'text' },
    statement: { type: 'text' },
    validFrom: { type: 'text', name: 'valid_from', nullable: true },
    validTo: { type: 'text', name: 'valid_to', nullable: true },
    sources: { type: 'text', array: true },
    position: { type: 'integer' },
  },
});
