import { EntitySchema } from 'typeorm';
import { Network } from './network';
import { NetworkMember } from './network-member';

/** A network as stored. Whether it is supported is derived from its decision. */
export class NetworkRecord extends Network {}

/** A member of a network as stored. */
export class NetworkMemberRecord extends NetworkMember {
  networkId!: string;
  partnershipId!: string;
}

/** The tables of networks. */
export const networkSchemas = [
  new EntitySchema<NetworkRecord>({
    name: 'Network',
    tableName: 'network',
    target: NetworkRecord,
    columns: {
      id: { type: 'text', primary: true },
      name: { type: 'text' },
      remit: { type: 'text' },
      themes: { type: 'text', array: true },
      decisionReference: { type: 'text', name: 'decision_reference', nullable: true },
      isSynthetic: { type: 'boolean', name: 'is_synthetic' },
    },
  }),
  new EntitySchema<NetworkMemberRecord>({
    name: 'NetworkMember',
    tableName: 'network_member',
    target: NetworkMemberRecord,
    columns: {
      networkId: { type: 'text', name: 'network_id', primary: true },
      partnershipId: { type: 'text', name: 'partnership_id', primary: true },
      sector: { type: 'text', primary: true },
      isChair: { type: 'boolean', name: 'is_chair' },
    },
  }),
];
