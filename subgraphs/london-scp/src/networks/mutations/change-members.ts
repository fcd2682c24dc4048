import { agencyIdOf, agencyIdWithin } from '@hub/contract';
import { agencyNamed } from '@hub/partnership';
import { readInput, Refusal } from '@hub/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { LONDON_SCP } from '../../governance/executive/london-scp-resolver';
import { memberOwnerNamed } from '../member-owner-named';
import { networkNamed } from '../network-named';
import { NetworkMemberRecord, type NetworkRecord } from '../network-records';
import { lockedOpenNetwork } from './locked-network';
import { AddNetworkMemberInput, RemoveNetworkMemberInput } from './network-inputs';

const names = { networkId: networkNamed, partnershipId: memberOwnerNamed };

/**
 * Adds an agency of a partnership to a network, or a pan-London agency of the London SCP's own (LON-10), once. That a
 * partnership has such an agency only it can say: a member's `agency` is null until it does.
 */
export async function addMember(manager: EntityManager, given: AddNetworkMemberInput): Promise<NetworkRecord> {
  const input = await readInput(manager, AddNetworkMemberInput, given, { names });
  const { networkId, partnershipId, sector, isChair } = input;
  const agencyId = agencyIdOf(partnershipId, input.agencyId);
  await refuseUnknownAgency(manager, partnershipId, input.agencyId);
  const network = await lockedOpenNetwork(manager, networkId);
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
export async function removeMember(manager: EntityManager, given: RemoveNetworkMemberInput): Promise<NetworkRecord> {
  const input = await readInput(manager, RemoveNetworkMemberInput, given, { names });
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

/** Of its own agencies the London SCP knows which there are. */
async function refuseUnknownAgency(manager: EntityManager, partnershipId: string, agencyId: string): Promise<void> {
  if (partnershipId !== LONDON_SCP.id) return;
  if ((await agencyNamed.find(agencyIdWithin(LONDON_SCP.id, agencyId), manager)) !== null) return;
  throw new Refusal({
    field: ['input', 'agencyId'],
    message: `The London SCP has no agency ${JSON.stringify(agencyId)}. Give a pan-London agency, such as london-ambulance-service, or the partnership that it is of.`,
    code: 'AGENCY_UNKNOWN',
  });
}
