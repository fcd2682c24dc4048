import type { WebhookBody } from '@hub/contract';
import type { DataSource } from 'typeorm';
import { LIMIT_MS } from './webhook-post';

/** The longest pause between two attempts, in seconds. */
const LONGEST_SECONDS = 300;
/** For how long a webhook is tried, in hours: what it says is in the inbox all the while. */
const TRIED_HOURS = 72;
/** Longer than an attempt may take, in seconds: a process that was killed in one holds up nothing for longer. */
const UNDER_WAY_SECONDS = (2 * LIMIT_MS) / 1000;

/** A webhook whose turn it is. */
export interface DueWebhook {
  sequence: string;
  /** Which attempt this is, from 1. */
  attempts: number;
  body: WebhookBody;
}

/**
 * Takes the next webhook of a partnership that is due, and counts an attempt: the next one is due by itself if nothing more is
 * heard of this. Of one movement none is sent before the one before it was taken or given up.
 */
export async function takeDue(dataSource: DataSource, partnership: string): Promise<DueWebhook | null> {
  const [[webhook]] = await dataSource.query<[(Omit<WebhookBody, 'since'> & DueWebhook & { since: Date })[]]>(
    `UPDATE movement_webhook SET attempts = attempts + 1, next_attempt_at = clock_timestamp() + make_interval(
       secs => $2 + least($3, 2 ^ least(attempts, 20)) * (0.5 + random() / 2))
     WHERE sequence = (
       SELECT sequence FROM movement_webhook AS due
       WHERE partnership = $1 AND given_up_at IS NULL AND next_attempt_at <= clock_timestamp() AND NOT EXISTS (
         SELECT FROM movement_webhook AS earlier WHERE earlier.partnership = due.partnership
           AND earlier.movement_id = due.movement_id AND earlier.sequence < due.sequence AND earlier.given_up_at IS NULL)
       ORDER BY sequence LIMIT 1 FOR UPDATE SKIP LOCKED)
     RETURNING sequence, attempts, id, topic, movement_id AS movement, since`,
    [partnership, UNDER_WAY_SECONDS, LONGEST_SECONDS],
  );
  if (!webhook) return null;
  const { sequence, attempts, id, topic, movement, since } = webhook;
  return { sequence, attempts, body: { id, topic, movement, since: since.toISOString() } };
}

/** Forgets a webhook that was taken. */
export async function forget(dataSource: DataSource, { sequence }: DueWebhook): Promise<void> {
  await dataSource.query('DELETE FROM movement_webhook WHERE sequence = $1', [sequence]);
}

/**
 * Writes down why a webhook was not taken.
 *
 * @returns whether it is given up.
 */
export async function writeProblem(
  dataSource: DataSource,
  { sequence, attempts }: DueWebhook,
  problem: string,
): Promise<boolean> {
  const [[written]] = await dataSource.query<[{ isGivenUp: boolean }[]]>(
    `UPDATE movement_webhook SET last_problem = $2,
       next_attempt_at = clock_timestamp() + make_interval(secs => least($3, 2 ^ least($4::int - 1, 20)) * (0.5 + random() / 2)),
       given_up_at = CASE WHEN since < clock_timestamp() - make_interval(hours => $5) THEN clock_timestamp() END
     WHERE sequence = $1 RETURNING given_up_at IS NOT NULL AS "isGivenUp"`,
    [sequence, problem, LONGEST_SECONDS, attempts, TRIED_HOURS],
  );
  return written?.isGivenUp ?? false;
}
