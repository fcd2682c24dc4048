import { Body } from '@hub/contract';
import { nameOf } from '@hub/subgraph-kit';
import { EntitySchema } from 'typeorm';

/** A body as stored. Its chair arrangement belongs to it alone and is kept within its row. */
export class BodyRecord extends Body {
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

/** A body of the partnership that an input names. */
export const bodyNamed = nameOf(
  BodyRecord,
  'id',
  'BODY_UNKNOWN',
  (id) => `The partnership has no body ${JSON.stringify(id)}. Take one of its \`bodies { id }\`.`,
);
