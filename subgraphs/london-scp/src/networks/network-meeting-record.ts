import { defineRecord } from '@hub/subgraph-kit';
import { answersNetwork, isHeldInItsLife } from './mutations/locked-network';
import { RecordNetworkMeetingInput } from './mutations/network-inputs';
import { networkNamed } from './network-named';
import { reportsForOwnNetwork } from './reports-for-own-network';
import { NetworkMeeting } from './network-meeting';

/** A meeting of a network as stored. */
export class NetworkMeetingRecord extends NetworkMeeting {
  networkId!: string;
}

/** Meetings of networks, once a network and day. One held before the network ended may be recorded after. */
export const networkMeeting = defineRecord({
  row: NetworkMeetingRecord,
  table: 'network_meeting',
  stored: { networkId: { type: 'text', primary: true }, heldOn: { type: 'date', primary: true } },
  order: { heldOn: 'DESC' },
  mutation: 'recordNetworkMeeting',
  description: 'Records a meeting that a network held. The same again changes nothing.',
  input: RecordNetworkMeetingInput,
  about: 'The meeting.',
  ...answersNetwork,
  scope: 'networks:report',
  mayRecord: reportsForOwnNetwork,
  names: { networkId: networkNamed },
  by: ['networkId', 'heldOn'],
  content: () => ({}),
  named: ({ networkId, heldOn }) => `The meeting of ${networkId} on ${heldOn}`,
  checks: [],
  requires: [isHeldInItsLife],
  demonstration: 'displaces',
});
