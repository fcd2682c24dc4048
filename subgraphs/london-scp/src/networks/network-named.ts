import { nameOf } from '@hub/subgraph-kit';
import { NetworkRecord } from './network-records';

/** A network that an input names by its id. */
export const networkNamed = nameOf(
  NetworkRecord,
  'id',
  'NETWORK_UNKNOWN',
  (id) =>
    `There is no network ${JSON.stringify(id)}. Propose it by proposeNetwork, or take one of \`networks { id }\`.`,
);
