import { MovementMove, type MovementEvent } from '@hub/contract';
import { lockKey } from '@hub/subgraph-kit';
import type { EntityManager } from 'typeorm';

/**
 * The SQL that a record is of a child, by pseudonyms, or by what these were linked to.
 *
 * @param pseudonyms - a parameter that holds all that the child may be known by, as `$1`
 */
export const ofChildSql = (pseudonyms: string) => `child_pseudonym IN (SELECT unnest(${pseudonyms}::text[])
  UNION SELECT link.child_pseudonym FROM child_link AS link WHERE link.pseudonym = ANY(${pseudonyms}))`;

/** What a child is known by now, by a pseudonym that it came by. */
export async function knownAs(manager: EntityManager, pseudonym: string): Promise<string> {
  const [{ child }] = await manager.query<[{ child: string }]>(
    'SELECT coalesce((SELECT child_pseudonym FROM child_link WHERE pseudonym = $1), $1) AS child',
    [pseudonym],
  );
  return child;
}

/**
 * Makes the partnership's records of a child those of another that it is: all but an adopted child's, to which nothing links.
 * Chains of links end at once at the last, so that there is no circle.
 */
export async function linkRecords(manager: EntityManager, from: string, to: string): Promise<void> {
  await lockKey(manager, `child/${from}`);
  await manager.query('UPDATE child_link SET child_pseudonym = $2 WHERE child_pseudonym = $1', [from, to]);
  await manager.query(
    `INSERT INTO child_link (pseudonym, child_pseudonym) VALUES ($1, $2)
     ON CONFLICT (pseudonym) DO UPDATE SET child_pseudonym = EXCLUDED.child_pseudonym`,
    [from, to],
  );
  await manager.query('UPDATE child_record SET child_pseudonym = $2 WHERE child_pseudonym = $1 AND NOT is_adopted', [
    ...[from, to],
  ]);
}

/** Has the partnership's records follow the links that the hub has recorded: its own only then, since it may be refused. */
export async function followLinks(manager: EntityManager, recorded: readonly MovementEvent[]): Promise<void> {
  for (const { movement, move, data } of recorded) {
    if (move !== MovementMove.LINK_CHILD) continue;
    const [record] = await manager.query<{ child: string }[]>(
      'SELECT child_pseudonym AS child FROM child_record WHERE movement_id = $1 AND NOT is_adopted LIMIT 1',
      [movement],
    );
    const to = await knownAs(manager, data.childPseudonym!);
    if (record && record.child !== to) await linkRecords(manager, record.child, to);
  }
}
