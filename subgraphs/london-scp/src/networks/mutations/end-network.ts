import { readInput, Refusal } from '@hub/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { networkNamed } from '../network-named';
import { NetworkRecord } from '../network-records';
import { EndNetworkInput } from './network-inputs';
import { lockedNetwork, lockedOpenNetwork } from './locked-network';

/** Ends a network, supported or only proposed. */
export async function endNetwork(manager: EntityManager, given: EndNetworkInput): Promise<NetworkRecord> {
  const { networkId, endedOn } = await readInput(manager, EndNetworkInput, given, {
    names: { networkId: networkNamed },
  });
  const network = await lockedNetwork(manager, networkId);
  if (network.endedOn === endedOn) return network;
  await lockedOpenNetwork(manager, networkId);
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
