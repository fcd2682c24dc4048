import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity';

/**
 * Inserts demonstration rows, leaving out each that a record of the subgraph's own stands in the way of, such as its
 * adoption of the same edition or a contribution under the same reference. What is real is never displaced, and never
 * keeps a subgraph from starting.
 */
export async function insertBeside<Row extends ObjectLiteral>(
  manager: EntityManager,
  target: EntityTarget<Row>,
  rows: readonly QueryDeepPartialEntity<Row>[],
): Promise<void> {
  if (rows.length === 0) return;
  await manager
    .createQueryBuilder()
    .insert()
    .into(target)
    .values([...rows])
    .orIgnore()
    .execute();
}
