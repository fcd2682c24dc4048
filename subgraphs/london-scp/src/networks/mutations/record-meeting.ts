import { Refusal } from '@hub/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { NetworkMeetingRecord, type NetworkRecord } from '../network-records';
import { lockedNetwork } from './locked-network';
import type { RecordNetworkMeetingInput } from './network-inputs';

/** Records a meeting of a network, once a day. One held before the network ended may be recorded after. */
export async function recordMeeting(
  manager: EntityManager,
  { networkId, heldOn }: RecordNetworkMeetingInput,
): Promise<NetworkRecord> {
  const network = await lockedNetwork(manager, networkId);
  if (network.endedOn !== null && heldOn > network.endedOn) {
    throw new Refusal({
      field: ['input', 'heldOn'],
      message: `The network ended on ${network.endedOn}. Give a day of its life.`,
      code: 'NETWORK_ENDED',
    });
  }
  const row = { networkId, heldOn, isSynthetic: false };
  await manager.createQueryBuilder().insert().into(NetworkMeetingRecord).values(row).orIgnore().execute();
  return network;
}
