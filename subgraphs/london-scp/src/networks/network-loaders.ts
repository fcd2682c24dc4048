import { connectionFrom, decodeCursor, isCalendarDay, pageSize, type Connection } from '@hub/contract';
import { defineLoader, groupedBy, type SubgraphContext, wholeTable } from '@hub/subgraph-kit';
import type { NetworkMeetingRecord } from './network-meeting-record';
import { NetworkMemberRecord, networkMemberSchema, NetworkRecord } from './network-records';
import { networkReport } from './network-report-record';

/** Every network, by name. LON-34 limits them to a number the Executive agrees, so that their table stays small. */
export const networks = wholeTable(NetworkRecord, { order: { name: 'ASC' } });

/** Members of a network, by partnership, sector and agency. */
export const membersOfNetwork = groupedBy(
  {
    ...{ row: NetworkMemberRecord, schema: networkMemberSchema },
    order: { partnershipId: 'ASC', sector: 'ASC', agencyId: 'ASC' },
  },
  'networkId',
);

/** Invitations and reports of a network, latest first: one a year. */
export const reportsOfNetwork = groupedBy(networkReport, 'networkId');

type PageKey = [networkId: string, size: number, after: string | null];

/** Pages by their arguments: the same page of many networks is one statement. */
const meetingPages = defineLoader<string, NetworkMeetingRecord[]>(async (keys, context) => {
  const idsOfPage = new Map<string, string[]>();
  for (const key of keys) {
    const [networkId, ...page] = JSON.parse(key) as PageKey;
    const ids = idsOfPage.get(JSON.stringify(page)) ?? [];
    idsOfPage.set(JSON.stringify(page), [...ids, networkId]);
  }
  const pages = new Map<string, NetworkMeetingRecord[]>();
  for (const [page, ids] of idsOfPage) {
    const [size, after] = JSON.parse(page) as [number, string | null];
    for (const meeting of await readPages(context, ids, size, after)) {
      const key = JSON.stringify([meeting.networkId, size, after] satisfies PageKey);
      pages.set(key, [...(pages.get(key) ?? []), meeting]);
    }
  }
  return pages;
});

/** One row more than asked for tells whether another page follows. */
function readPages(context: SubgraphContext, networkIds: string[], size: number, after: string | null) {
  return context.dataSource.query<NetworkMeetingRecord[]>(
    `SELECT meeting.* FROM unnest($1::text[]) AS network (id) CROSS JOIN LATERAL (
       SELECT network_id AS "networkId", held_on::text AS "heldOn", is_synthetic AS "isSynthetic"
       FROM network_meeting WHERE network_id = network.id AND ($2::date IS NULL OR held_on < $2)
       ORDER BY held_on DESC LIMIT $3) AS meeting
     ORDER BY "heldOn" DESC`,
    [networkIds, after, size + 1],
  );
}

/** A page of a network's meetings, latest first. */
export async function networkMeetingPage(
  context: SubgraphContext,
  networkId: string,
  first: number,
  after?: string | null,
): Promise<Connection<NetworkMeetingRecord>> {
  const size = pageSize(first);
  const isContinued = typeof after === 'string';
  const [before] = isContinued ? decodeCursor(after, 1, ([day]) => isCalendarDay(day!)) : [null];
  const rows = await meetingPages(context).load(JSON.stringify([networkId, size, before ?? null]));
  return connectionFrom(rows ?? [], size, ({ heldOn }) => [heldOn], isContinued);
}
