import type { DataSource } from 'typeorm';
import { CoverageRecord } from '../../directory/directory-records';
import { coveringToday } from '../../directory/covering-today';
import { sendToFeed, type FedMovement } from '../exchange/send-to-feed';

const BATCH = 200;

/**
 * Takes movements that their destination has not acknowledged in time to those who are to see to it: once each, whoever
 * else does the same at this moment. Where no rule says when, nothing is late.
 *
 * @param route - to whom, in order.
 * @returns how many.
 */
export async function escalateSilence(dataSource: DataSource, route: readonly string[]): Promise<number> {
  let escalated = 0;
  let batch: number;
  do {
    batch = await dataSource.transaction(async (manager) => {
      const movements = await manager.query<FedMovement[]>(
        `WITH silent AS (
           INSERT INTO movement_escalation (movement_id, code, route, due_at, escalated_at)
           SELECT movement_id, code, $1, due_at, now() FROM movement_clock AS clock
           WHERE code = 'ACKNOWLEDGEMENT' AND met_at IS NULL AND stopped_at IS NULL AND due_at < now()
             AND NOT EXISTS (SELECT 1 FROM movement_escalation AS known
               WHERE known.movement_id = clock.movement_id AND known.code = clock.code)
           ORDER BY due_at LIMIT $2 ON CONFLICT DO NOTHING RETURNING movement_id)
         SELECT id, origin_code AS origin, destination_code AS destination
         FROM child_movement JOIN silent ON silent.movement_id = child_movement.id`,
        [route, BATCH],
      );
      if (movements.length > 0) {
        const partnershipOf = coveringToday(await manager.find(CoverageRecord));
        for (const movement of movements) await sendToFeed(manager, movement, partnershipOf);
      }
      return movements.length;
    });
    escalated += batch;
  } while (batch > 0);
  return escalated;
}
