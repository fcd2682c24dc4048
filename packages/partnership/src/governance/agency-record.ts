import { Agency, agencyIdWithin } from '@hub/contract';
import { nameOf, recordSchema, type Recorder } from '@hub/subgraph-kit';

/** An agency as stored: under its id within the partnership whose database it is. */
export class AgencyRecord extends Agency {}

export const agencySchema = recordSchema(AgencyRecord, 'agency');

/** How a record stores its agency. */
export const agencyColumn = {
  type: 'many-to-one',
  target: 'AgencyRecord',
  nullable: false,
  joinColumn: { name: 'agency_id' },
} as const;

/** An input that names an agency by either of its ids, with the one within the partnership. */
export function withOwnAgency<Input extends { agencyId?: string | null }>(input: Input, { id }: Recorder): Input {
  return typeof input.agencyId === 'string' ? { ...input, agencyId: agencyIdWithin(id, input.agencyId) } : input;
}

/** An agency of the partnership that an input names, by its id within it. */
export const agencyNamed = nameOf(
  AgencyRecord,
  'id',
  'AGENCY_UNKNOWN',
  (id) =>
    `The partnership has no agency "${id}". ` +
    'Give an id of `statutoryPartners { agency { id } }` or of `bodies { seats { agency { id } } }`.',
);
