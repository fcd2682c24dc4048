import { COMPARED_DAYS, type HubSide } from '@hub/contract';
import type { DataSource } from 'typeorm';
import { clockState, type ClockReadings } from './clock-state';

/** A movement as the hub has it, as far as it is compared with the records of its sides. */
export interface ComparedMovement extends HubSide {
  id: string;
  childPseudonym: string;
  /** GSS codes. */
  originCode: string;
  destinationCode: string;
  /** From when it is in its state, as ISO 8601 in UTC. */
  since: string;
  /** Whether it ended so long ago that a side does not answer for a record that is not open. */
  isPast: boolean;
}

interface Row extends Omit<ComparedMovement, 'since' | 'acknowledgement'>, ClockReadings {
  since: Date;
}

/**
 * The movements that are compared: those that are open, those that ended in the last quarter, those by which an authority claims
 * to be responsible, and those that a side names. Each is found by an index of its own.
 *
 * @param named - ids of movements for which a side holds an open record.
 */
export async function comparedMovements(
  dataSource: DataSource,
  named: readonly string[],
  now: Date,
): Promise<ComparedMovement[]> {
  const rows = await dataSource.query<Row[]>(
    `SELECT movement.id, child_pseudonym AS "childPseudonym", origin_code AS "originCode",
       destination_code AS "destinationCode", state, since, responsible_code = destination_code AS "hasPassed",
       acknowledged_at IS NOT NULL AS "isAcknowledged",
       EXISTS (SELECT FROM responsibility_claim WHERE movement_id = movement.id AND settlement IS NULL) AS "isClaimed",
       coalesce(closed_at < $1::timestamptz - make_interval(days => $2), false) AS "isPast",
       rule_id AS "ruleId", started_at AS "startedAt", due_at AS "dueAt", met_at AS "metAt", stopped_at AS "stoppedAt"
     FROM child_movement AS movement LEFT JOIN movement_clock AS clock
       ON clock.movement_id = movement.id AND clock.code = 'ACKNOWLEDGEMENT'
     WHERE closed_at IS NULL OR closed_at >= $1::timestamptz - make_interval(days => $2) OR movement.id = ANY($3)
       OR movement.id = ANY(ARRAY(SELECT movement_id FROM responsibility_claim WHERE settlement IS NULL))`,
    [now, COMPARED_DAYS, named],
  );
  return rows.map(({ since, ruleId, startedAt, dueAt, metAt, stoppedAt, ...movement }) => ({
    ...movement,
    since: since.toISOString(),
    acknowledgement: clockState({ ruleId, startedAt, dueAt, metAt, stoppedAt }, now),
  }));
}
