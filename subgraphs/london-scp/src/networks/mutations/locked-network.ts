import { problem, Refusal, type Check } from '@hub/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { NetworkRecord } from '../network-records';
import { NetworkPayload } from './network-payload';

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

/** What a record of a network answers: the network as it is now. */
export const answersNetwork = {
  answers: { as: 'network', payload: NetworkPayload },
  answer: ({ networkId: id }: { networkId: string }, manager: EntityManager) =>
    manager.findOneByOrFail(NetworkRecord, { id }),
};

/** A network that goes on. */
export const isOpen: Check<{ networkId: string }> = {
  codes: ['NETWORK_UNKNOWN', 'NETWORK_ENDED'],
  async problems({ networkId }, manager) {
    await lockedOpenNetwork(manager, networkId);
    return [];
  },
};

/** A meeting held while its network went on. */
export const isHeldInItsLife: Check<{ networkId: string; heldOn: string }> = {
  codes: ['NETWORK_UNKNOWN', 'NETWORK_ENDED'],
  async problems({ networkId, heldOn }, manager) {
    const { endedOn } = await lockedNetwork(manager, networkId);
    const isAfter = endedOn !== null && heldOn > endedOn;
    return [isAfter && problem('heldOn', 'NETWORK_ENDED', `The network ended on ${endedOn}. Give a day of its life.`)];
  },
};
