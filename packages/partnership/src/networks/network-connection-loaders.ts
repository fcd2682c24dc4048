import { allOf } from '@hub/subgraph-kit';
import { networkConnection } from './network-connection-record';

/** Every connection of a body to a network: as many as networks and bodies, both few. */
export const networkConnections = allOf(networkConnection);
