import type { Movement } from '@hub/contract';
import type { EntityManager } from 'typeorm';

/** The channel on which the gateway listens. */
export const FEED_CHANNEL = 'hub_feed';

/** Tells the live feed, once the transaction is committed, that a movement has come on: its id and parties, and no more. */
export async function tellFeed(manager: EntityManager, { id, origin, destination }: Movement): Promise<void> {
  const event = { topic: 'movement', movement: id, authorities: [origin, destination] };
  await manager.query('SELECT pg_notify($1, $2)', [FEED_CHANNEL, JSON.stringify(event)]);
}
