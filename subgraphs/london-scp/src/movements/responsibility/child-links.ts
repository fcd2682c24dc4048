import type { EntityManager } from 'typeorm';

/** What locks out every link while children are looked at, and all who look while there is one. */
const LINKS = `hashtextextended('links of children', 0)`;

/**
 * Keeps every child as it is known until the transaction ends: a link waits. To be called before children and rows of them are
 * locked, so that nobody waits for somebody who waits for them.
 */
export async function keepLinks(manager: EntityManager): Promise<void> {
  await manager.query(`SELECT pg_advisory_xact_lock_shared(${LINKS})`);
}

/** The same, or where a movement's child is to be linked, lets nobody else look at any child until that is done. */
export async function lockLinks(
  manager: EntityManager,
  { movement, isLink }: { movement: string; isLink: boolean },
): Promise<void> {
  // A link that was held for a message is made with it.
  await manager.query(
    `WITH wanted AS (SELECT $2 OR EXISTS (SELECT FROM movement_message
       WHERE movement_id = $1 AND outcome = 'HELD' AND body #>> '{event,move}' = 'LINK_CHILD') AS "isLink")
     SELECT pg_advisory_xact_lock(${LINKS}) FROM wanted WHERE "isLink"
     UNION ALL SELECT pg_advisory_xact_lock_shared(${LINKS}) FROM wanted WHERE NOT "isLink"`,
    [movement, isLink],
  );
}

/** What children are known by now, by each pseudonym that is asked for. */
export async function childrenKnownAs(
  manager: Pick<EntityManager, 'query'>,
  pseudonyms: readonly string[],
): Promise<Map<string, string>> {
  const rows = await manager.query<{ pseudonym: string; child: string }[]>(
    `SELECT asked AS pseudonym, coalesce(child_pseudonym, asked) AS child
     FROM unnest($1::text[]) AS asked LEFT JOIN child_link ON pseudonym = asked`,
    [[...new Set(pseudonyms)]],
  );
  return new Map(rows.map(({ pseudonym, child }) => [pseudonym, child]));
}

/**
 * Makes a child one with another: all that was its is the other's from now on, and whoever asks for it finds the other. Chains
 * of links end at once at the last, so that there is no circle. The chains of both are to be written anew.
 */
export async function linkChildren(manager: EntityManager, from: string, to: string): Promise<void> {
  await manager.query('UPDATE child_link SET child_pseudonym = $2 WHERE child_pseudonym = $1', [from, to]);
  await manager.query('INSERT INTO child_link (pseudonym, child_pseudonym) VALUES ($1, $2)', [from, to]);
  for (const table of ['child_movement', 'responsibility_claim', 'child_arrival']) {
    await manager.query(`UPDATE ${table} SET child_pseudonym = $2 WHERE child_pseudonym = $1`, [from, to]);
  }
  await manager.query('DELETE FROM child_responsibility WHERE child_pseudonym = ANY($1)', [[from, to]]);
}
