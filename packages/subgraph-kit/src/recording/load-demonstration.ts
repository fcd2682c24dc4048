import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity';
import { insertBeside } from './insert-beside';
import { loadOnce } from './load-once';

/** Demonstration rows of one table, whose column `is_synthetic` tells them from those of the subgraph's own. */
export interface DemonstrationRows<Row extends ObjectLiteral> {
  record: EntityTarget<Row>;
  rows(): readonly QueryDeepPartialEntity<Row>[];
}

/** Says what a table demonstrates. */
export const demonstrates = <Row extends ObjectLiteral>(
  record: EntityTarget<Row>,
  rows: () => readonly QueryDeepPartialEntity<Row>[],
): DemonstrationRows<Row> => ({ record, rows });

/**
 * Brings demonstration data of a subject into the database, or takes it out where it is not wanted. Records of the
 * subgraph's own are never touched.
 *
 * @param subject - as `meetings`.
 * @param tables - in the order in which they are filled; they are emptied the other way round.
 */
export async function loadDemonstration(
  manager: EntityManager,
  subject: string,
  { demo }: { demo: boolean },
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- each table has rows of its own type
  tables: readonly DemonstrationRows<any>[],
): Promise<void> {
  const rows = tables.map((table) => (demo ? table.rows() : []));
  await loadOnce(manager, `demonstration ${subject}`, rows, async () => {
    for (const { record } of tables.toReversed()) await manager.delete(record, { isSynthetic: true });
    for (const [place, { record }] of tables.entries()) await insertBeside(manager, record, rows[place]!);
  });
}
