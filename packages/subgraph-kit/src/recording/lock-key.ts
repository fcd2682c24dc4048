import type { EntityManager } from 'typeorm';

/** By transaction, the kinds of keys of which it has all, where it is one that holds whole kinds. */
const heldKinds = new WeakMap<object, Set<string>>();

const runnerOf = (manager: EntityManager) => manager.queryRunner ?? manager;

/**
 * Has a transaction lock all keys of a kind where it would lock one: there is room for some thousand locks in the database,
 * and an import has more keys. Who locks one of them waits until it ends.
 */
export function lockWholeKinds(manager: EntityManager): void {
  heldKinds.set(runnerOf(manager), new Set());
}

/**
 * Makes transactions that touch the same key run one after another, until each ends. Two posts of one reference at the
 * same moment then find each other, instead of colliding in the table.
 *
 * @param key - what is locked: its kind, and which of them, as `contribution/HAV-1`.
 */
export async function lockKey(manager: EntityManager, key: string): Promise<void> {
  const [kind] = key.split('/') as [string];
  const held = heldKinds.get(runnerOf(manager));
  if (held?.has(kind)) return;
  if (held) {
    await runnerOf(manager).query('SELECT pg_advisory_xact_lock(hashtextextended($1, 1))', [kind]);
    held.add(kind);
    return;
  }
  await runnerOf(manager).query(
    'SELECT pg_advisory_xact_lock_shared(hashtextextended($1, 1)), pg_advisory_xact_lock(hashtextextended($2, 0))',
    [kind, key],
  );
}
