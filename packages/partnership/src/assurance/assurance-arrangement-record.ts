import { AssuranceArrangement } from '@hub/contract';
import { recordSchema } from '@hub/subgraph-kit';

/** The arrangement as stored: a table of none or one. Its statements belong to it alone and are kept within its row. */
export class AssuranceArrangementRecord extends AssuranceArrangement {}

/** Table `assurance_arrangement`. */
export const assuranceArrangementSchema = recordSchema(AssuranceArrangementRecord, 'assurance_arrangement', {
  escalationRoute: 'jsonb',
  scrutinyDuties: 'jsonb',
});
