import { EntitySchema } from 'typeorm';
import { Network } from './network';
import { NetworkMeeting } from './network-meeting';
import { NetworkMember } from './network-member';
import { NetworkReport } from './network-report';

/** A network as stored. How it stands is derived from its decision and its days. */
export class NetworkRecord extends Network {
  decisionId!: string | null;
}

/** A member of a network as stored. */
export class NetworkMemberRecord extends NetworkMember {
  networkId!: string;
  partnershipId!: string;
}

/** A meeting of a network as stored. */
export class NetworkMeetingRecord extends NetworkMeeting {
  networkId!: string;
}

/** An invitation and its report as stored. */
export class NetworkReportRecord extends NetworkReport {
  networkId!: string;
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
      decisionId: { type: 'text', name: 'decision_id', nullable: true },
      supportedFrom: { type: 'date', name: 'supported_from', nullable: true },
      endedOn: { type: 'date', name: 'ended_on', nullable: true },
      supportGiven: { type: 'text', name: 'support_given', array: true },
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
      agencyId: { type: 'text', name: 'agency_id', primary: true },
      sector: { type: 'text' },
      isChair: { type: 'boolean', name: 'is_chair' },
    },
  }),
  new EntitySchema<NetworkMeetingRecord>({
    name: 'NetworkMeeting',
    tableName: 'network_meeting',
    target: NetworkMeetingRecord,
    columns: {
      networkId: { type: 'text', name: 'network_id', primary: true },
      heldOn: { type: 'date', name: 'held_on', primary: true },
      isSynthetic: { type: 'boolean', name: 'is_synthetic' },
    },
  }),
  new EntitySchema<NetworkReportRecord>({
    name: 'NetworkReport',
    tableName: 'network_report',
    target: NetworkReportRecord,
    columns: {
      networkId: { type: 'text', name: 'network_id', primary: true },
      invitedOn: { type: 'date', name: 'invited_on', primary: true },
      executiveMeetingOn: { type: 'date', name: 'executive_meeting_on', nullable: true },
      attended: { type: 'boolean', nullable: true },
      reportedOn: { type: 'date', name: 'reported_on', nullable: true },
      summary: { type: 'text', nullable: true },
      isSynthetic: { type: 'boolean', name: 'is_synthetic' },
    },
  }),
];
