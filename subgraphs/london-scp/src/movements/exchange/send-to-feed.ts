import type { SentMessage } from '@hub/contract';
import type { EntityManager } from 'typeorm';

/** A movement, as far as the feed speaks of it. */
export interface FedMovement {
  id: string;
  /** GSS code. */
  origin: string;
  /** GSS code. */
  destination: string;
  /** GSS codes of others that are to hear of it, as those that claim to be responsible. @default none beside the parties */
  concerned?: readonly string[];
}

/** The channel on which the gateway listens. */
export const FEED_CHANNEL = 'hub_feed';

/**
 * Sends the live feed, once the transaction is committed, that a movement has come on: its id, its parties, whoever
 * else it concerns, and their partnerships, by which the gateway knows whom to send it to, and no more.
 *
 * @param partnershipOf - the partnership that covers an authority, null where none of the directory does.
 */
export async function sendToFeed(
  manager: EntityManager,
  { id, origin, destination, concerned = [] }: FedMovement,
  partnershipOf: (gssCode: string) => string | null,
): Promise<void> {
  const authorities = [...new Set([origin, destination, ...concerned])];
  const partnerships = [...new Set(authorities.map(partnershipOf))].filter((partnership) => partnership !== null);
  await notify(manager, { topic: 'movement', movement: id, authorities, partnerships });
}

/**
 * Sends the live feed that a step was refused, to whose step it was and nobody else: the sender's system, and the people of its
 * authority. One that names another's authority is no step of that one.
 *
 * @param sender - id of the partnership that sent it
 */
export async function sendRefusalToFeed(
  manager: EntityManager,
  { event, sender }: { event: SentMessage['event']; sender: string },
  partnershipOf: (gssCode: string) => string | null,
): Promise<void> {
  const { authority, movement, data } = event;
  const own = [authority, data.recordedBy ?? authority].filter((code) => partnershipOf(code) === sender);
  await notify(manager, { topic: 'refused', movement, authorities: [...new Set(own)], partnerships: [sender] });
}

/** Tells it to whoever listens, and writes it down for each partnership whose system is told by webhook. */
async function notify(
  manager: EntityManager,
  event: {
    topic: 'movement' | 'refused';
    movement: string;
    authorities: readonly string[];
    partnerships: readonly string[];
  },
): Promise<void> {
  const { topic, movement, partnerships } = event;
  await manager.query(
    `WITH written AS (INSERT INTO movement_webhook (partnership, movement_id, topic)
       SELECT partnership, $3, $4 FROM webhook_receiver WHERE partnership = ANY($5))
     SELECT pg_notify($1, $2)`,
    [FEED_CHANNEL, JSON.stringify(event), movement, topic, partnerships],
  );
}
