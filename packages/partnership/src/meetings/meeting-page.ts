import { connectionFrom, decodeCursor, isCalendarDay, pageSize, type Connection } from '@hub/contract';
import { defineLoader, type SubgraphContext } from '@hub/subgraph-kit';
import { MeetingRecord } from './meeting-record';

/** Pages by their arguments, so that a page asked for along several paths is read once. */
const pages = defineLoader<string, MeetingRecord[]>(async (keys, context) => {
  const loaded = await Promise.all(keys.map((key) => readPage(context, JSON.parse(key) as [number, string | null])));
  return new Map(keys.map((key, index) => [key, loaded[index]!]));
});

/** A page of meetings, latest first. */
export async function meetingPage(
  context: SubgraphContext,
  first: number,
  after?: string | null,
): Promise<Connection<MeetingRecord>> {
  const size = pageSize(first);
  const rows = (await pages(context).load(JSON.stringify([size, after ?? null]))) ?? [];
  return connectionFrom(rows, size, (meeting) => [meeting.heldOn, meeting.id], typeof after === 'string');
}

/** One row more than asked for tells whether another page follows. */
function readPage(context: SubgraphContext, [size, after]: [number, string | null]): Promise<MeetingRecord[]> {
  const query = context.dataSource
    .getRepository(MeetingRecord)
    .createQueryBuilder('meeting')
    .orderBy('meeting.heldOn', 'DESC')
    .addOrderBy('meeting.id', 'DESC')
    .limit(size + 1);
  if (after !== null) {
    const [heldOn, id] = decodeCursor(after, 2, ([day]) => isCalendarDay(day!));
    query.where('(meeting.heldOn, meeting.id) < (:heldOn, :id)', { heldOn, id });
  }
  return query.getMany();
}
