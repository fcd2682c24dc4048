import { Clause } from '@hub/contract';
import { EntitySchema } from 'typeorm';

/** A clause as stored, in the order of its document. */
export class ClauseRecord extends Clause {
  /** Place in the document, from 0. */
  position!: number;
}

/** Table `clause`. */
export const clauseSchema = new EntitySchema<ClauseRecord>({
  name: 'Clause',
  tableName: 'clause',
  target: ClauseRecord,
  columns: {
    id: { type: 'text', primary: true },
    section: { type: 'text' },
    topic: { type: 'text' },
    topics: { type: 'text', array: true },
    text: { type: 'text' },
    differsBetweenPartnerships: { type: 'boolean', name: 'differs_between_partnerships' },
    position: { type: 'integer' },
  },
});
