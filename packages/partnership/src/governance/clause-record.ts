import { Clause } from '@hub/contract';
import { EntitySchema } from 'typeorm';

/** A clause as stored, in the order of its document. */
export class ClauseRecord extends Clause {
  /** Id of the governing document that says it. */
  documentId!: string;

  /** Place in the document, from 0. */
  position!: number;
}

/** Table `clause`. */
export const clauseSchema = new EntitySchema<ClauseRecord>({
  name: 'Clause',
  tableName: 'clause',
  target: ClauseRecord,
  columns: {
    documentId: { type: 'text', name: 'document_id' },
    id: { type: 'text', primary: true },
    heading: { type: 'text', nullable: true },
    section: { type: 'text', nullable: true },
    topic: { type: 'text' },
    topics: { type: 'text', array: true },
    quote: { type: 'text', nullable: true },
    summary: { type: 'text' },
    note: { type: 'text', nullable: true },
    differsBetweenPartnerships: { type: 'boolean', name: 'differs_between_partnerships' },
    position: { type: 'integer' },
  },
});
