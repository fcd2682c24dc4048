import { lockKey } from '@hub/subgraph-kit';
import type { DataSource, EntityManager } from 'typeorm';

const BATCH = 200;
const REASON = 'Closed, and the movement ended longer ago than the period.';

/**
 * Removes closed records whose movement ended longer ago than a period, with its history and messages; and writes down that
 * something was removed, and why, without what. What has yet to be delivered stays until it is, and so does what the other
 * side of the movement has open here.
 *
 * @returns how many movements.
 */
export async function removeEnded(dataSource: DataSource, days: number): Promise<number> {
  let removed = 0;
  let batch: number;
  do {
    batch = await dataSource.transaction((manager) => removeBatch(manager, days));
    removed += batch;
  } while (batch > 0);
  return removed;
}

async function removeBatch(manager: EntityManager, days: number): Promise<number> {
  // One after another: a movement of which both sides are here is two rows, and is counted once.
  await lockKey(manager, 'retention of movements');
  const [ended] = await manager.query<[{ id: string }[]]>(
    `DELETE FROM child_record WHERE (movement_id, side) IN (
       SELECT movement_id, side FROM child_record AS record
       WHERE status = 'CLOSED' AND ended_at < now() - make_interval(days => $1)
         AND NOT EXISTS (SELECT FROM child_record AS other
           WHERE other.movement_id = record.movement_id AND other.side <> record.side AND other.status <> 'CLOSED')
         AND NOT EXISTS (SELECT FROM movement_outbox WHERE movement_id = record.movement_id
           AND (delivered_at IS NULL OR settlement IS NOT NULL AND settlement_told_at IS NULL))
       ORDER BY ended_at, movement_id LIMIT $2) RETURNING movement_id AS id`,
    [days, BATCH],
  );
  const ids = [...new Set(ended.map(({ id }) => id))];
  if (ids.length === 0) return 0;
  let messages = 0;
  for (const table of ['movement_event', 'movement_waiting', 'movement_outbox']) {
    const [, removed] = await manager.query<[unknown, number]>(`DELETE FROM ${table} WHERE movement_id = ANY($1)`, [
      ids,
    ]);
    messages += removed;
  }
  await manager.query(
    'DELETE FROM child_link AS link WHERE NOT EXISTS (SELECT FROM child_record WHERE child_pseudonym = link.child_pseudonym)',
  );
  await manager.query(
    'INSERT INTO movement_removal (removed_at, reason, period_days, movements, messages) VALUES (now(), $1, $2, $3, $4)',
    [REASON, days, ids.length, messages],
  );
  return ids.length;
}
