import type { EntityManager } from 'typeorm';
import { loadOnce } from '../facts/load-once';
import { ChildRecordRecord } from '../records';
import { demonstrationChildRecords } from './child-records';
import { insertBeside } from './insert-beside';

/** Brings demonstration records of children in, or takes them out again. */
export async function loadChildRecordDemonstration(
  manager: EntityManager,
  { id, localAuthorities }: { id: string; localAuthorities: readonly string[] },
  { demo }: { demo: boolean },
): Promise<void> {
  const rows = demo ? demonstrationChildRecords(id, localAuthorities) : [];
  await loadOnce(manager, 'demonstration child records', rows, async () => {
    await manager.query('DELETE FROM child_record WHERE is_synthetic');
    await insertBeside(manager, ChildRecordRecord, rows);
  });
}
