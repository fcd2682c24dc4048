import { REPRESENTING, type AttendanceRate } from '@hub/contract';
import type { SubgraphContext } from '@hub/subgraph-kit';
import { agencies, documentOn } from '../governance/governance-loaders';
import { testsByDay } from './meeting-loaders';

/** What is counted of one agency and body. */
interface Counted {
  body_id: string;
  agency_id: string;
  meetings: number;
  attended: number;
  represented: number;
}

/** Of agencies that sit on a body: virtual members come where relevant, and are counted by nobody (TRI-11). */
const RATES = `
  SELECT seat.body_id, seat.agency_id, count(*)::int AS meetings,
    count(*) FILTER (WHERE came.somebody)::int AS attended, count(*) FILTER (WHERE came.represented)::int AS represented
  FROM (SELECT DISTINCT body_id, agency_id FROM seat
    WHERE agency_id IS NOT NULL AND capacity <> 'VIRTUAL_MEMBER' AND document_id = $5) seat
  JOIN meeting ON meeting.body_id = seat.body_id AND meeting.attendees IS NOT NULL AND meeting.held_on BETWEEN $1 AND $2
  CROSS JOIN LATERAL (
    SELECT count(*) > 0 AS somebody, coalesce(bool_or(one ->> 'capacity' = ANY ($3)
      AND (one ->> 'isDelegate' = 'false' OR one -> 'authorityTests' @> $4::jsonb)), false) AS represented
    FROM jsonb_array_elements(meeting.attendees) one WHERE one ->> 'agencyId' = seat.agency_id) came
  GROUP BY 1, 2 ORDER BY 1, 2`;

/**
 * How often each agency was at the meetings of the bodies on which it sits by the document of the last day, by one statement.
 *
 * @param from - a day as `YYYY-MM-DD`.
 * @param to - the last day that counts.
 */
export async function attendanceRates(context: SubgraphContext, from: string, to: string): Promise<AttendanceRate[]> {
  const [known, testsOf, document] = await Promise.all([
    agencies(context),
    testsByDay(context),
    documentOn(context, to),
  ]);
  const parameters = [from, to, [...REPRESENTING], JSON.stringify(testsOf(to)), document?.id ?? null];
  const rows = await context.dataSource.query<Counted[]>(RATES, parameters);
  return rows.map(({ body_id: bodyId, agency_id: agencyId, ...counted }) => ({
    ...counted,
    bodyId,
    agency: known.find(({ id }) => id === agencyId)!,
  }));
}
