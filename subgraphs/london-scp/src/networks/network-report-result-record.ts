import { defineRecord, problem } from '@hub/subgraph-kit';
import { answersNetwork } from './mutations/locked-network';
import { RecordNetworkReportInput } from './mutations/network-inputs';
import { networkNamed } from './network-named';
import { reportsForOwnNetwork } from './reports-for-own-network';
import { networkReport, NetworkReportRecord } from './network-report-record';

/** Results of invitations to report, once an invitation. */
export const networkReportResult = defineRecord({
  row: NetworkReportRecord,
  table: 'network_report',
  name: 'NetworkReportResult',
  partOf: { of: networkReport, open: { attended: null, reportedOn: null, summary: null } },
  order: { invitedOn: 'DESC' },
  mutation: 'recordNetworkReport',
  description: 'Records what came of an invitation to report (LON-35). The same again changes nothing.',
  input: RecordNetworkReportInput,
  about: 'Result of it.',
  ...answersNetwork,
  scope: 'networks:report',
  mayRecord: reportsForOwnNetwork,
  names: { networkId: networkNamed },
  by: ['networkId', 'invitedOn'],
  content: ({ executiveMeetingOn, attended, reportedOn, summary }) => ({
    ...{ executiveMeetingOn, attended, reportedOn: reportedOn ?? null, summary: summary || null },
  }),
  named: ({ networkId, invitedOn }) => `The result of the invitation of ${networkId} on ${invitedOn}`,
  taken: { field: 'invitedOn', code: 'ALREADY_REPORTED' },
  checks: [
    {
      codes: ['INVITATION_UNKNOWN', 'BEFORE_INVITATION', 'SUMMARY_WITHOUT_REPORT'],
      async problems({ networkId, invitedOn, executiveMeetingOn, reportedOn, summary }, manager) {
        const isInvited = await manager.existsBy(NetworkReportRecord, { networkId, invitedOn });
        const unknown = `No invitation of ${invitedOn} is recorded. Record it by inviteNetworkReport, or correct the day.`;
        const before = (field: string) =>
          problem(
            field,
            'BEFORE_INVITATION',
            `${field} is before the invitation of ${invitedOn}. Give that day or a later one.`,
          );
        const unreported = 'A summary is of a report. Give the day of the report, or leave the summary out.';
        return [
          !isInvited && problem('invitedOn', 'INVITATION_UNKNOWN', unknown),
          executiveMeetingOn < invitedOn && before('executiveMeetingOn'),
          typeof reportedOn === 'string' && reportedOn < invitedOn && before('reportedOn'),
          Boolean(summary) && !reportedOn && problem('reportedOn', 'SUMMARY_WITHOUT_REPORT', unreported),
        ];
      },
    },
  ],
  demonstration: 'follows',
});
