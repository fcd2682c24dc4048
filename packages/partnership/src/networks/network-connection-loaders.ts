import { wholeTable } from '@hub/subgraph-kit';
import { NetworkConnectionRecord } from './network-connection-record';

/** Every connection of a body to a network: as many as networks and bodies, both few. */
export const networkConnections = wholeTable(NetworkConnectionRecord, { order: { networkId: 'ASC', bodyId: 'ASC' } });
