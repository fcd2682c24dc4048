import { loadOnce } from '@hub/partnership';
import type { LondonModule } from '../london-module';
import { ChildMovementRecord, childMovementSchema } from './child-movement-record';
import { childRecordStubs } from './child-record-stubs';
import { MovementCountResolver } from './movement-count-resolver';
import { demonstrationNotices } from './movement-demonstration';
import { Movements1763769600005 } from './movement-migration';
import { MovementParties1763769600400 } from './movement-parties-migration';
import { MovementResolver } from './movement-resolver';

/** Children moving across boundaries (LON-09), in a first form: notices, for the two authorities of each. */
export const movements: LondonModule = {
  resolvers: [MovementResolver, MovementCountResolver],
  types: childRecordStubs,
  entities: [childMovementSchema],
  migrations: [Movements1763769600005, MovementParties1763769600400],
  async load(manager, { demo }) {
    const rows = demo ? demonstrationNotices() : [];
    await loadOnce(manager, 'demonstration movements', rows, async () => {
      await manager.query('DELETE FROM child_movement WHERE is_synthetic');
      await manager.insert(ChildMovementRecord, rows);
    });
  },
};
