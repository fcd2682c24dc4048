import { loadOnce } from '@hub/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { readPartnerships } from '../directory/directory-files';
import { demonstrationNetworks } from './network-demonstration';
import { readNetworkLimit } from './network-limit';
import { NetworkMeetingRecord } from './network-meeting-record';
import { NetworkMemberRecord, NetworkRecord } from './network-records';
import { NetworkReportRecord } from './network-report-record';

/**
 * Brings the networks of the demonstration data if `demo`, and takes them out again otherwise, with all that was
 * recorded of them.
 *
 * @throws ConfigError where NETWORK_LIMIT is not a number: better at the start than at the first activation.
 */
export async function loadNetworks(manager: EntityManager, { demo }: { demo: boolean }): Promise<void> {
  readNetworkLimit(process.env);
  const rows = demo
    ? demonstrationNetworks(readPartnerships().map(({ id }) => id))
    : { networks: [], members: [], meetings: [], reports: [] };
  await loadOnce(manager, 'demonstration networks', rows, async () => {
    await manager.query('DELETE FROM network WHERE is_synthetic');
    // A real network that has taken one of these names keeps it.
    const real = await manager.find(NetworkRecord, { select: { id: true, name: true } });
    const free = rows.networks.filter(({ id, name }) => !real.some((other) => other.id === id || other.name === name));
    const isFree = ({ networkId }: { networkId: string }) => free.some(({ id }) => id === networkId);
    await manager.insert(NetworkRecord, free);
    await manager.insert(NetworkMemberRecord, rows.members.filter(isFree));
    await manager.insert(NetworkMeetingRecord, rows.meetings.filter(isFree));
    await manager.insert(NetworkReportRecord, rows.reports.filter(isFree));
  });
}
