import { futureDay, Refusal, refuseFor } from '@hub/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { NetworkRecord } from '../network-records';
import type { EndNetworkInput } from './network-inputs';
import { lockedNetwork, lockedOpenNetwork } from './locked-network';

/** Ends a network, supported or only proposed. */
export async function endNetwork(
  manager: EntityManager,
  { networkId, endedOn }: EndNetworkInput,
): Promise<NetworkRecord> {
  const network = await lockedNetwork(manager, networkId);
  if (network.endedOn === endedOn) return network;
  await lockedOpenNetwork(manager, networkId);
  refuseFor(futureDay('endedOn', endedOn));
  if (network.supportedFrom !== null && endedOn < network.supportedFrom) {
    throw new Refusal({
      field: ['input', 'endedOn'],
      message: `Support began on ${network.supportedFrom}, and cannot end before. Give that day or a later one.`,
      code: 'ENDED_BEFORE_SUPPORT',
    });
  }
  await manager.update(NetworkRecord, { id: networkId }, { endedOn });
  return Object.assign(network, { endedOn });
}
