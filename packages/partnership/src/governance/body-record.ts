import { Body } from '@hub/contract';
import { EntitySchema } from 'typeorm';

/** A body as stored. Its chair arrangement belongs to it alone and is kept within its row. */
export class BodyRecord extends Body {
  /** Id of the governing document that says it. */
  documentId!: string;

  /** GSS code of the one local authority it serves, or null. */
  localAuthorityCode!: string | null;

  /** Place in the document, from 0. */
  position!: number;
}

/** Table `body`. */
export const bodySchema = new EntitySchema<BodyRecord>({
  name: 'Body',
  tableName: 'body',
  target: BodyRecord,
  columns: {
    documentId: { type: 'text', name: 'document_id', primary: true },
    id: { type: 'text', primary: true },
    name: { type: 'text' },
    otherNames: { type: 'text', name: 'other_names', array: true },
    kind: { type: 'text' },
    parentId: { type: 'text', name: 'parent_id', nullable: true },
    remit: { type: 'text', nullable: true },
    meetsTimesPerYear: { type: 'integer', name: 'meets_times_per_year', nullable: true },
    meetingFrequency: { type: 'text', name: 'meeting_frequency', nullable: true },
    quorum: { type: 'text' },
    localAuthorityCode: { type: 'text', name: 'local_authority_code', nullable: true },
    chairArrangement: { type: 'jsonb', name: 'chair_arrangement', nullable: true },
    sources: { type: 'text', array: true },
    position: { type: 'integer' },
  },
});
