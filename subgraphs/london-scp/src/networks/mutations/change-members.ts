import { agencyIdOf } from '@hub/contract';
import { Refusal } from '@hub/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { PartnershipRecord } from '../../directory/directory-records';
import { NetworkMemberRecord, type NetworkRecord } from '../network-records';
import { lockedOpenNetwork } from './locked-network';
import type { AddNetworkMemberInput, RemoveNetworkMemberInput } from './network-inputs';

/**
 * Adds an agency of a partnership to a network, once. That the partnership has such an agency only it can say: a
 * member's `agency` is null until it does.
 */
export async function addMember(manager: EntityManager, input: AddNetworkMemberInput): Promise<NetworkRecord> {
  const { networkId, partnershipId, sector, isChair } = input;
  const agencyId = agencyIdOf(partnershipId, input.agencyId);
  const network = await lockedOpenNetwork(manager, networkId);
  if (!(await manager.existsBy(PartnershipRecord, { id: partnershipId }))) {
    throw new Refusal({
      field: ['input', 'partnershipId'],
      message: `The directory has no partnership ${JSON.stringify(partnershipId)}. Take one of \`partnerships { id }\`.`,
      code: 'PARTNERSHIP_UNKNOWN',
    });
  }
  const members = await manager.findBy(NetworkMemberRecord, { networkId });
  const same = members.find((member) => member.partnershipId === partnershipId && member.agencyId === agencyId);
  if (same) {
    if (same.sector === sector && same.isChair === isChair) return network;
    throw new Refusal({
      field: ['input', 'agencyId'],
      message: `${agencyId} is a member already, otherwise. Remove it by removeNetworkMember first.`,
      code: 'ALREADY_A_MEMBER',
    });
  }
  const chair = members.find((member) => member.isChair);
  if (isChair && chair) {
    throw new Refusal({
      field: ['input', 'isChair'],
      message: `The network is chaired by ${chair.agencyId}. Remove that member first, or add this one without the chair.`,
      code: 'NETWORK_HAS_CHAIR',
    });
  }
  await manager.insert(NetworkMemberRecord, { networkId, partnershipId, agencyId, sector, isChair });
  return network;
}

/** Removes a member from a network. */
export async function removeMember(manager: EntityManager, input: RemoveNetworkMemberInput): Promise<NetworkRecord> {
  const { networkId, partnershipId } = input;
  const agencyId = agencyIdOf(partnershipId, input.agencyId);
  const network = await lockedOpenNetwork(manager, networkId);
  const { affected } = await manager.delete(NetworkMemberRecord, { networkId, partnershipId, agencyId });
  if (affected) return network;
  throw new Refusal({
    field: ['input', 'agencyId'],
    message: `${JSON.stringify(agencyId)} is not a member of the network. Take one of its \`members { items { agencyId } }\`.`,
    code: 'MEMBER_UNKNOWN',
  });
}
