import { loadOnce, insertBeside } from '@hub/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { MovementEventRecord } from '../store/movement-records';
import { ChildRecordRecord } from '../child-records/child-record-record';
import { demonstrationChildRecords } from './child-records';
import { demonstrationMovements } from './movements';

/** Brings demonstration records of children in with their histories, or takes them out with all that was told of them since. */
export async function loadChildRecordDemonstration(
  manager: EntityManager,
  { id, localAuthorities }: { id: string; localAuthorities: readonly string[] },
  { demo }: { demo: boolean },
): Promise<void> {
  const movements = demo ? demonstrationMovements(localAuthorities) : [];
  const records = demo ? demonstrationChildRecords(id, localAuthorities, movements) : [];
  const events = movements.flatMap((movement) =>
    movement.events.map((event, position) => ({
      ...{ movementId: movement.id, position, messageId: event.id, recordedAt: event.recordedAt, body: event },
    })),
  );
  await loadOnce(manager, 'demonstration child records', { records, events }, async () => {
    for (const table of ['movement_event', 'movement_waiting', 'movement_outbox']) {
      await manager.query(
        `DELETE FROM ${table} WHERE movement_id IN (SELECT movement_id FROM child_record WHERE is_synthetic)`,
      );
    }
    await manager.query('DELETE FROM child_record WHERE is_synthetic');
    await insertBeside(manager, ChildRecordRecord, records);
    await insertBeside(manager, MovementEventRecord, events);
  });
}
