import { Agency } from '@hub/contract';
import { check, recordSchema, type Check } from '@hub/subgraph-kit';

/** An agency as stored. */
export class AgencyRecord extends Agency {}

export const agencySchema = recordSchema(AgencyRecord, 'agency');

/** How a record stores its agency. */
export const agencyColumn = {
  type: 'many-to-one',
  target: 'AgencyRecord',
  nullable: false,
  joinColumn: { name: 'agency_id' },
} as const;

/** An agency that the partnership has. */
export const isAgency = (field: string): Check<object> =>
  check<Record<string, unknown>>('AGENCY_UNKNOWN', field, async (input, manager) => {
    const id = String(input[field]);
    return (
      !(await manager.existsBy(AgencyRecord, { id })) &&
      `The partnership has no agency "${id}". ` +
        'Give an id of `statutoryPartners { agency { id } }` or of `bodies { seats { agency { id } } }`.'
    );
  });
