import type { SentMessage } from '@hub/contract';
import type { EntityManager } from 'typeorm';

/** What those listen to who deliver messages. */
export const OUTBOX_CHANNEL = 'movement_outbox';

/**
 * Puts a message for the hub beside what it says, in the same transaction: either both are there or neither. Whoever
 * delivers hears of it once the transaction has ended well. The same id again changes nothing.
 */
export async function writeOutbox(manager: EntityManager, message: SentMessage): Promise<void> {
  await manager.query(
    'INSERT INTO movement_outbox (id, movement_id, body) VALUES ($1, $2, $3) ON CONFLICT (id) DO NOTHING',
    [message.event.id, message.event.movement, JSON.stringify(message)],
  );
  await ringOutbox(manager);
}

/** Tells whoever delivers, once the transaction has ended well, that there is something for the hub. */
export async function ringOutbox(manager: EntityManager): Promise<void> {
  await manager.query("SELECT pg_notify($1, '')", [OUTBOX_CHANNEL]);
}
