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
  const event = { topic: 'movement', movement: id, authorities, partnerships };
  await manager.query('SELECT pg_notify($1, $2)', [FEED_CHANNEL, JSON.stringify(event)]);
}
