import type { MovementEvent, OpenMovement, ResponsibilityChain, SentMessage } from '@hub/contract';
import type { EntityManager } from 'typeorm';
import { chainFrom, chainSql } from '../responsibility/chains';
import { childLastAtSql, childSql, othersSql } from './child-sql';
import { linkedChildren, type LinkedChildren } from './linked-children';
import { noticedIn } from './lock-movement';
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
  /** What the child is known by; null where there is no notice. */
  child: string | null;
  /** Who is responsible for the child; of one that is not known yet, nobody. */
  chain: ResponsibilityChain;
  /** The child's other movements that have not ended. */
  others: readonly OpenMovement[];
  /** When the last step of any of the child's movements was recorded; null where there is none. */
  childLastAt: string | null;
  /** Of whom the child is said to be. */
  linked: LinkedChildren;
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
    known.child, ${chainSql('known.child')} AS chain,
    ${othersSql('known.child', '$1')} AS others, ${childLastAtSql('known.child', '$1')} AS "childLastAt"
  FROM (SELECT ${childSql('$1', '$5')} AS child) AS known`;

/** Reads it with one statement, and with another whom the child is linked to. To be called under the locks of `lockMovement`. */
export async function messageState(manager: EntityManager, sender: string, sent: SentMessage): Promise<MessageState> {
  const { id, movement } = sent.event;
  const [state] = await manager.query<
    [Omit<MessageState, 'linked'> & { isSynthetic: boolean | null; childLastAt: Date | null }]
  >(READ, [...[movement, id, sender, JSON.stringify(sent), noticedIn(sent)]]);
  return {
    ...state,
    isSynthetic: state.isSynthetic ?? false,
    chain: chainFrom(state.chain),
    childLastAt: state.childLastAt?.toISOString() ?? null,
    linked: await linkedChildren(manager, state, sent),
  };
}
