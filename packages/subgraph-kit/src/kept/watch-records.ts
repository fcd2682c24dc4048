import type { EntityManager } from 'typeorm';
import { classesReadWhole } from '../recording/whole-table';
import { watchTables } from './watch-tables';

/**
 * Has every table that is read as a whole write down when it is written to. A migration is written down too, for what it did
 * to a table itself.
 */
export async function watchRecords(manager: EntityManager, { isMigrated }: { isMigrated: boolean }): Promise<void> {
  const tables = [...classesReadWhole(manager.connection)].map((one) => manager.connection.getMetadata(one).tableName);
  await watchTables(manager, tables, { trigger: 'record_written', calls: 'tell_record_written' });
  if (isMigrated) await manager.query('INSERT INTO record_write DEFAULT VALUES');
}
