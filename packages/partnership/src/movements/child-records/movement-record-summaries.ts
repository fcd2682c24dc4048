import { COMPARED_DAYS, type MovementRecordSummary } from '@hub/contract';
import type { DataSource } from 'typeorm';

/** How every record stands that the hub compares with its own side: each arm is read by an index of its own. */
export async function movementRecordSummaries(dataSource: DataSource): Promise<MovementRecordSummary[]> {
  return dataSource.query<MovementRecordSummary[]>(
    `SELECT movement_id AS "movementId", side, authority, status, notified_at IS NOT NULL AS "hasNotice"
     FROM child_record
     WHERE status = 'OPEN' OR (ended_at IS NULL AND notified_at IS NOT NULL)
       OR ended_at >= now() - make_interval(days => $1)
     ORDER BY movement_id, side`,
    [COMPARED_DAYS + 1],
  );
}
