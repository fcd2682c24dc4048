import { ConnectsToNetworks, NetworkConnection } from '@hub/contract';
import { demonstrates, listResolver, loadDemonstration } from '@hub/subgraph-kit';
import type { PartnershipModule } from '../partnership-module';
import { demonstrationNetworkConnections } from './demonstration-networks';
import { disconnectMutation } from './disconnect-body-from-network';
import { networkConnections } from './network-connection-loaders';
import { NetworkConnections1763769600102 } from './network-connection-migration';
import { networkConnection, NetworkConnectionRecord } from './network-connection-record';
import { NetworkConnectionResolver } from './network-connection-resolver';

/** Make the tables of what a partnership does with London's networks. */
export const networkMigrations = [NetworkConnections1763769600102];

/** Which of a partnership's bodies are connected to which of London's networks. */
export const networks: PartnershipModule = ({ id, facts }) => ({
  capabilities: [ConnectsToNetworks],
  resolvers: [
    listResolver(ConnectsToNetworks, 'networkConnections', NetworkConnection, networkConnections),
    NetworkConnectionResolver,
  ],
  ownApi: [disconnectMutation(id)],
  records: [networkConnection],
  migrations: networkMigrations,
  load: (manager, options) =>
    loadDemonstration(manager, 'networks', options, [
      demonstrates(NetworkConnectionRecord, () => demonstrationNetworkConnections(id, facts())),
    ]),
});
