import type { DataSource, EntityManager } from 'typeorm';
import { forgetChains } from '../responsibility/chains';
import { keepLinks } from '../responsibility/child-links';

const BATCH = 200;
const ENDED = 'Closed or withdrawn for longer than the period.';
const NEVER_BEGAN = 'Messages of no movement, for longer than the period.';

/**
 * Removes movements that ended longer ago than a period, with all that was told of them, and messages as old that made no
 * movement, and arrivals that were over as long ago; and writes down that something was removed, and why, without what. What a
 * partnership has yet to fetch stays until it has.
 *
 * @returns how many movements.
 */
export async function removeEnded(dataSource: DataSource, days: number): Promise<number> {
  let removed = 0;
  let batch: number;
  do {
    batch = await dataSource.transaction((manager) => removeMovements(manager, days));
    removed += batch;
  } while (batch > 0);
  await dataSource.transaction((manager) => removeMessages(manager, days));
  await dataSource.query('DELETE FROM child_arrival WHERE over_at < now() - make_interval(days => $1)', [days]);
  return removed;
}

async function removeMovements(manager: EntityManager, days: number): Promise<number> {
  await keepLinks(manager);
  // Another process that does the same skips these, and a move that is being recorded keeps its movement.
  const [ended] = await manager.query<[{ id: string; child: string }[]]>(
    `DELETE FROM child_movement WHERE id IN (
       SELECT id FROM child_movement AS movement
       WHERE closed_at < now() - make_interval(days => $1) AND NOT EXISTS (
         SELECT 1 FROM movement_delivery WHERE movement_id = movement.id AND acknowledged_at IS NULL)
       ORDER BY closed_at LIMIT $2 FOR UPDATE SKIP LOCKED)
     RETURNING id, child_pseudonym AS child`,
    [days, BATCH],
  );
  if (ended.length === 0) return 0;
  const ids = [ended.map(({ id }) => id)];
  const [, messages] = await manager.query<[unknown, number]>(
    'DELETE FROM movement_message WHERE movement_id = ANY($1)',
    ids,
  );
  await manager.query('DELETE FROM movement_delivery WHERE movement_id = ANY($1)', ids);
  await manager.query('DELETE FROM movement_webhook WHERE movement_id = ANY($1)', ids);
  await forgetChains(
    manager,
    ended.map(({ child }) => child),
  );
  await writeDown(manager, { reason: ENDED, days, movements: ended.length, messages });
  return ended.length;
}

async function removeMessages(manager: EntityManager, days: number): Promise<void> {
  const lost = `movement_id NOT IN (SELECT id FROM child_movement)`;
  const [, messages] = await manager.query<[unknown, number]>(
    `DELETE FROM movement_message WHERE received_at < now() - make_interval(days => $1) AND ${lost}`,
    [days],
  );
  await manager.query(
    `DELETE FROM movement_delivery
     WHERE created_at < now() - make_interval(days => $1) AND acknowledged_at IS NOT NULL AND ${lost}`,
    [days],
  );
  await manager.query('DELETE FROM movement_webhook WHERE given_up_at < now() - make_interval(days => $1)', [days]);
  if (messages > 0) await writeDown(manager, { reason: NEVER_BEGAN, days, movements: 0, messages });
}

async function writeDown(
  manager: EntityManager,
  { reason, days, movements, messages }: { reason: string; days: number; movements: number; messages: number },
): Promise<void> {
  await manager.query(
    `INSERT INTO movement_removal (removed_at, reason, period_days, movements, messages) VALUES (now(), $1, $2, $3, $4)`,
    [reason, days, movements, messages],
  );
}
