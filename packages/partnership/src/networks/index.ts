import { ConnectsToNetworks } from '@hub/contract';
import { demonstrates, loadDemonstration } from '@hub/subgraph-kit';
import type { PartnershipModule } from '../partnership-module';
import { ConnectsToNetworksResolver, NetworkConnectionResolver } from './connects-to-networks-resolver';
import { demonstrationNetworkConnections } from './demonstration-networks';
import { disconnectMutation } from './disconnect-body-from-network';
import { NetworkConnections1763769600102 } from './network-connection-migration';
import { networkConnection, NetworkConnectionRecord } from './network-connection-record';

/** Make the tables of what a partnership does with London's networks. */
export const networkMigrations = [NetworkConnections1763769600102];

/** Which of a partnership's bodies are connected to which of London's networks. */
export const networks: PartnershipModule = ({ id, facts }) => ({
  capabilities: [ConnectsToNetworks],
  resolvers: [ConnectsToNetworksResolver, NetworkConnectionResolver],
  ownApi: [disconnectMutation(id)],
  records: [networkConnection],
  migrations: networkMigrations,
  load: (manager, options) =>
    loadDemonstration(manager, 'networks', options, [
      demonstrates(NetworkConnectionRecord, () => demonstrationNetworkConnections(id, facts())),
    ]),
});
