import { insertBeside, loadOnce } from '@hub/subgraph-kit';
import type { EntityManager } from 'typeorm';
import type { Facts } from '../../facts/facts';
import { BodyRecord } from '../body-record';
import { demonstrationBodies } from './demonstration-groups';

/** Brings demonstration groups into the database or out. The table is that of the document's too, and its bodies stay, whatever is marked. */
export async function loadDemonstrationBodies(
  manager: EntityManager,
  partnershipId: string,
  facts: Facts,
  { demo }: { demo: boolean },
): Promise<void> {
  const rows = demo ? demonstrationBodies(partnershipId, facts) : [];
  await loadOnce(manager, 'demonstration bodies', rows, async () => {
    await manager.delete(BodyRecord, { isSynthetic: true, isReference: false });
    await insertBeside(manager, BodyRecord, rows);
  });
}
