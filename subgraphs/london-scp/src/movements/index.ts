import { loadOnce } from '@hub/partnership';
import { readLocalAuthorities, readPartnerships } from '../directory/directory-files';
import type { LondonModule } from '../london-module';
import { ChildMovementRecord, childMovementSchema } from './child-movement-record';
import { demonstrationMovements } from './movement-demonstration';
import { Movements1763769600005 } from './movement-migration';
import { MovementResolver } from './movement-resolver';

/** Children moving across boundaries (LON-09), in a first form: notices. */
export const movements: LondonModule = {
  resolvers: [MovementResolver],
  entities: [childMovementSchema],
  migrations: [Movements1763769600005],
  async load(manager, { demo }) {
    const covered = readPartnerships().flatMap(({ coverage }) => coverage.map((c) => c.localAuthority));
    const rows = demo
      ? demonstrationMovements(
          readLocalAuthorities().map((a) => a.gssCode),
          covered,
        )
      : [];
    await loadOnce(manager, 'demonstration movements', rows, async () => {
      await manager.query('DELETE FROM child_movement WHERE is_synthetic');
      await manager.insert(ChildMovementRecord, rows);
    });
  },
};
