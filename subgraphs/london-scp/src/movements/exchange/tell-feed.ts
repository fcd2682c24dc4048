import type { EntityManager } from 'typeorm';

/** A movement, as far as the feed speaks of it. */
export interface FedMovement {
  id: string;
  /** GSS code. */
  origin: string;
  /** GSS code. */
  destination: string;
}

/** The channel on which the gateway listens. */
export const FEED_CHANNEL = 'hub_feed';

/** Tells the live feed, once the transaction is committed, that a movement has come on: its id and parties, and no more. */
export async function tellFeed(manager: EntityManager, { id, origin, destination }: FedMovement): Promise<void> {
  const event = { topic: 'movement', movement: id, authorities: [origin, destination] };
  await manager.query('SELECT pg_notify($1, $2)', [FEED_CHANNEL, JSON.stringify(event)]);
}
