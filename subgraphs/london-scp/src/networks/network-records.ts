import { recordSchema } from '@hub/subgraph-kit';
import { Network } from './network';
import { NetworkMember } from './network-member';

/** A network as stored. How it stands is derived from its decision and its days. */
export class NetworkRecord extends Network {
  decisionId!: string | null;
}

/** A member of a network as stored. */
export class NetworkMemberRecord extends NetworkMember {
  networkId!: string;
  partnershipId!: string;
}

export const networkSchema = recordSchema(NetworkRecord, 'network', {
  ...{ status: null, isSupported: null, decisionId: { type: 'text', nullable: true } },
});

export const networkMemberSchema = recordSchema(NetworkMemberRecord, 'network_member', {
  networkId: { type: 'text', primary: true },
  partnershipId: { type: 'text', primary: true },
  agencyId: { type: 'text', primary: true },
});
