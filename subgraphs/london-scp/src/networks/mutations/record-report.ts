import { futureDay, Refusal, refuseFor } from '@hub/subgraph-kit';
import type { EntityManager } from 'typeorm';
import type { NetworkRecord } from '../network-records';
import { NetworkReportRecord } from '../network-report-record';
import { lockedNetwork } from './locked-network';
import type { RecordNetworkReportInput } from './network-inputs';

/** Records what came of an invitation, once. */
export async function recordReport(manager: EntityManager, input: RecordNetworkReportInput): Promise<NetworkRecord> {
  const { networkId, invitedOn, executiveMeetingOn, attended } = input;
  const network = await lockedNetwork(manager, networkId);
  const stored = await manager.findOneBy(NetworkReportRecord, { networkId, invitedOn });
  if (!stored) {
    throw new Refusal({
      field: ['input', 'invitedOn'],
      message: `No invitation of ${invitedOn} is recorded. Record it by inviteNetworkReport, or correct the day.`,
      code: 'INVITATION_UNKNOWN',
    });
  }
  const content = {
    executiveMeetingOn,
    attended,
    reportedOn: input.reportedOn ?? null,
    summary: input.summary?.trim() || null,
  };
  refuseFor(futureDay('executiveMeetingOn', executiveMeetingOn), futureDay('reportedOn', content.reportedOn));
  refuseBefore(invitedOn, executiveMeetingOn, 'executiveMeetingOn');
  if (content.reportedOn !== null) refuseBefore(invitedOn, content.reportedOn, 'reportedOn');
  if (content.summary !== null && content.reportedOn === null) {
    throw new Refusal({
      field: ['input', 'reportedOn'],
      message: 'A summary is of a report. Give the day of the report, or leave the summary out.',
      code: 'SUMMARY_WITHOUT_REPORT',
    });
  }
  if (stored.attended === null) {
    await manager.update(NetworkReportRecord, { networkId, invitedOn }, content);
  } else if (Object.entries(content).some(([key, value]) => stored[key as keyof typeof content] !== value)) {
    throw new Refusal({
      field: ['input', 'invitedOn'],
      message: `Result of the invitation of ${invitedOn} is recorded otherwise, and stands.`,
      code: 'ALREADY_REPORTED',
    });
  }
  return network;
}

function refuseBefore(invitedOn: string, day: string, name: string): void {
  if (day >= invitedOn) return;
  throw new Refusal({
    field: ['input', name],
    message: `${name} is before the invitation of ${invitedOn}. Give that day or a later one.`,
    code: 'BEFORE_INVITATION',
  });
}
