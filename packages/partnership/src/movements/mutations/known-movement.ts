import type { MovementSide, OpenMovement } from '@hub/contract';
import type { EntityManager } from 'typeorm';
import { ofChildSql } from '../store/child-links';

/** A movement that lasts, of a child whom one looks for. */
export interface KnownMovement {
  id: string;
  /** Whether there is a notice of it. */
  isNotified: boolean;
}

/**
 * The movement, still open, by which a child moves from one authority to another, as this side has it. An adopted child's
 * earlier record is not looked at: nothing links to it.
 *
 * @param pseudonyms - all that the child may be known by
 */
export async function knownMovement(
  manager: EntityManager,
  pseudonyms: readonly string[],
  { origin, destination, side }: { origin: string; destination: string; side: MovementSide },
): Promise<KnownMovement | null> {
  const [found] = await manager.query<KnownMovement[]>(
    `SELECT movement_id AS id, notified_at IS NOT NULL AS "isNotified" FROM child_record
     WHERE ${ofChildSql('$1')} AND origin_code = $2 AND destination_code = $3 AND side = $4
       AND ended_at IS NULL AND NOT is_adopted
     ORDER BY notified_at NULLS LAST LIMIT 1`,
    [pseudonyms, origin, destination, side],
  );
  return found ?? null;
}

/**
 * The movements of a child that are notified and still open, as one side has them. An adopted child's earlier records are not
 * looked at: nothing links to them.
 *
 * @param pseudonyms - all that the child may be known by
 */
export async function openMovements(
  manager: EntityManager,
  pseudonyms: readonly string[],
  side: MovementSide,
): Promise<OpenMovement[]> {
  return manager.query<OpenMovement[]>(
    `SELECT movement_id AS id, origin_code AS origin, destination_code AS destination, movement_state AS state, coalesce(
       (SELECT body #>> '{event,data,category}' FROM movement_outbox
         WHERE movement_id = record.movement_id AND outcome IS DISTINCT FROM 'REFUSED'
           AND body #>> '{event,data,category}' IS NOT NULL ORDER BY sequence DESC LIMIT 1),
       (SELECT body #>> '{data,category}' FROM movement_event
         WHERE movement_id = record.movement_id AND body #>> '{data,category}' IS NOT NULL
         ORDER BY position DESC LIMIT 1)) AS category
     FROM child_record AS record
     WHERE ${ofChildSql('$1')} AND side = $2 AND notified_at IS NOT NULL AND ended_at IS NULL AND NOT is_adopted
     ORDER BY notified_at, movement_id`,
    [pseudonyms, side],
  );
}
