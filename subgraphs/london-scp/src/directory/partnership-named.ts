import { nameOf } from '@hub/subgraph-kit';
import { PartnershipRecord } from './directory-records';

/** A partnership that an input names by its id. */
export const partnershipNamed = nameOf(
  PartnershipRecord,
  'id',
  'PARTNERSHIP_UNKNOWN',
  (id) => `The directory has no partnership ${JSON.stringify(id)}. Take one of \`partnerships { id }\`.`,
);
