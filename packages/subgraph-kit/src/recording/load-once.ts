import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';

/**
 * Runs `write` when `content` differs from what was loaded under `name` before, and remembers it.
 * Part of the caller's transaction: a failed write is forgotten together with its mark.
 *
 * @param name - what is loaded, such as `facts`.
 * @param content - anything JSON can hold; its checksum decides.
 * @returns whether `write` ran.
 */
export async function loadOnce(
  manager: EntityManager,
  name: string,
  content: unknown,
  write: () => Promise<void>,
): Promise<boolean> {
  const checksum = createHash('sha256').update(JSON.stringify(content)).digest('hex');
  const rows = await manager.query<{ checksum: string }[]>('SELECT checksum FROM loaded_source WHERE name = $1', [
    name,
  ]);
  if (rows[0]?.checksum === checksum) return false;
  await write();
  await manager.query(
    `INSERT INTO loaded_source (name, checksum) VALUES ($1, $2)
     ON CONFLICT (name) DO UPDATE SET checksum = excluded.checksum, loaded_at = now()`,
    [name, checksum],
  );
  return true;
}
