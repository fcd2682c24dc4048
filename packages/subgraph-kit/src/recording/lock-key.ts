import type { EntityManager } from 'typeorm';

/**
 * Makes transactions that touch the same key run one after another, until each ends. Two posts of one reference at the
 * same moment then find each other, instead of colliding in the table.
 *
 * @param key - what is locked, as `contribution/HAV-1`.
 */
export async function lockKey(manager: EntityManager, key: string): Promise<void> {
  await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [key]);
}
