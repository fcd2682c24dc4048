import type { MovementEvent, SentMessage } from '@hub/contract';
import type { EntityManager } from 'typeorm';
import type { MovementMessageRecord } from './message-records';

/** What the hub has of a movement when a message of it comes. */
export interface MessageState {
  /** By the clock of the database, which all processes of the hub share. */
  now: Date;
  events: readonly MovementEvent[];
  isSynthetic: boolean;
  /** Messages of the movement that are held or were refused, in the order in which they came. */
  unrecorded: readonly MovementMessageRecord[];
  /** The message that came before under the same id, and whether it said the same. */
  before: { message: MovementMessageRecord; isSame: boolean } | null;
  /** Another movement, still open, that notifies what this message notifies. */
  alreadyNotified: string | null;
}

const MESSAGE = `jsonb_build_object('id', id, 'movementId', movement_id, 'sender', sender, 'body', body,
  'receivedAt', received_at, 'outcome', outcome, 'refusal', refusal, 'settledAt', settled_at)`;

const READ = `
  SELECT clock_timestamp() AS now,
    (SELECT coalesce(jsonb_agg(body ORDER BY position), '[]') FROM movement_event WHERE movement_id = $1) AS events,
    (SELECT is_synthetic FROM child_movement WHERE id = $1) AS "isSynthetic",
    (SELECT coalesce(jsonb_agg(${MESSAGE} ORDER BY received_at, id), '[]') FROM movement_message
      WHERE movement_id = $1 AND outcome <> 'RECORDED') AS unrecorded,
    (SELECT jsonb_build_object('message', ${MESSAGE}, 'isSame', sender = $3 AND body = $4::jsonb)
      FROM movement_message WHERE id = $2) AS before,
    (SELECT id FROM child_movement WHERE child_pseudonym = $5 AND origin_code = $6 AND destination_code = $7
      AND closed_at IS NULL AND id <> $1) AS "alreadyNotified"`;

/** Reads it with one statement. To be called under the locks of `lockMovement`. */
export async function messageState(manager: EntityManager, sender: string, sent: SentMessage): Promise<MessageState> {
  const { id, movement, data } = sent.event;
  const [state] = await manager.query<[MessageState & { isSynthetic: boolean | null }]>(READ, [
    ...[movement, id, sender, JSON.stringify(sent)],
    ...[data.childPseudonym ?? null, data.origin ?? null, data.destination ?? null],
  ]);
  return { ...state, isSynthetic: state.isSynthetic ?? false };
}
