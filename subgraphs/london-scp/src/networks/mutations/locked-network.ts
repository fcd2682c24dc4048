import { Refusal } from '@hub/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { NetworkRecord } from '../network-records';

/**
 * The network that a mutation is about, held until its transaction ends.
 *
 * @throws Refusal `NETWORK_UNKNOWN`.
 */
export async function lockedNetwork(manager: EntityManager, networkId: string): Promise<NetworkRecord> {
  const network = await manager.findOne(NetworkRecord, {
    where: { id: networkId },
    lock: { mode: 'pessimistic_write' },
  });
  if (network) return network;
  throw new Refusal({
    field: ['input', 'networkId'],
    message: `There is no network ${JSON.stringify(networkId)}. Propose it by proposeNetwork, or take one of \`networks { id }\`.`,
    code: 'NETWORK_UNKNOWN',
  });
}

/**
 * The same for a network that still goes on.
 *
 * @throws Refusal `NETWORK_UNKNOWN` or `NETWORK_ENDED`.
 */
export async function lockedOpenNetwork(manager: EntityManager, networkId: string): Promise<NetworkRecord> {
  const network = await lockedNetwork(manager, networkId);
  if (network.endedOn === null) return network;
  throw new Refusal({
    field: ['input', 'networkId'],
    message: `The network ended on ${network.endedOn}. Propose a new one to take it up again.`,
    code: 'NETWORK_ENDED',
  });
}
