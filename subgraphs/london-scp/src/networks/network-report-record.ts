import { check, defineRecord } from '@hub/subgraph-kit';
import { answersNetwork, isOpen, lockedNetwork } from './mutations/locked-network';
import { InviteNetworkReportInput } from './mutations/network-inputs';
import { networkNamed } from './network-named';
import { NetworkReport } from './network-report';

/** An invitation and its report as stored. */
export class NetworkReportRecord extends NetworkReport {
  networkId!: string;
}

/** Invitations to report to the Executive, once a network and day (LON-35). */
export const networkReport = defineRecord({
  row: NetworkReportRecord,
  table: 'network_report',
  stored: { networkId: { type: 'text', primary: true }, invitedOn: { type: 'date', primary: true } },
  order: { invitedOn: 'DESC' },
  mutation: 'inviteNetworkReport',
  clauses: ['LON-35'],
  description:
    "Records that a network's chair was invited to report to the Executive (LON-35). The same again changes nothing.",
  input: InviteNetworkReportInput,
  about: 'The invitation.',
  ...answersNetwork,
  scope: 'networks:write',
  names: { networkId: networkNamed },
  by: ['networkId', 'invitedOn'],
  content: ({ executiveMeetingOn }) => ({ executiveMeetingOn: executiveMeetingOn ?? null }),
  named: ({ networkId, invitedOn }) => `The invitation of ${networkId} on ${invitedOn}`,
  taken: { field: 'executiveMeetingOn', code: 'ALREADY_INVITED' },
  checks: [
    check<InviteNetworkReportInput>('BEFORE_INVITATION', 'executiveMeetingOn', ({ invitedOn, executiveMeetingOn }) => {
      const isBefore = typeof executiveMeetingOn === 'string' && executiveMeetingOn < invitedOn;
      return isBefore && `executiveMeetingOn is before the invitation of ${invitedOn}. Give that day or a later one.`;
    }),
  ],
  ahead: ['executiveMeetingOn'],
  requires: [
    isOpen,
    check<InviteNetworkReportInput>('NETWORK_NOT_SUPPORTED', 'invitedOn', async ({ networkId, invitedOn }, manager) => {
      const { supportedFrom } = await lockedNetwork(manager, networkId);
      const since = supportedFrom === null ? 'not supported' : `supported from ${supportedFrom}`;
      return (
        (supportedFrom === null || invitedOn < supportedFrom) &&
        `The network is ${since}, and only supported networks report to the Executive. Activate it, or correct the day.`
      );
    }),
  ],
  demonstration: 'displaces',
});
