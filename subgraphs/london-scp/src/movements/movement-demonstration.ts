import { foldEvents, type ClockRule } from '@hub/contract';
import { demonstrationMovements } from '@hub/partnership';
import { loadOnce } from '@hub/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { ProcedureRuleRecord } from '../procedures/procedure-rule-record';
import { forgetChains } from './responsibility/chains';
import { keepLinks } from './responsibility/child-links';
import { storeMovements } from './store/store-movements';

/** Brings the demonstration movements in, or takes them out with whatever was told of them since. */
export async function loadMovementDemonstration(manager: EntityManager, { demo }: { demo: boolean }): Promise<void> {
  const movements = demo ? demonstrationMovements() : [];
  await loadOnce(manager, 'demonstration movements', movements, async () => {
    await keepLinks(manager);
    for (const table of ['movement_message', 'movement_delivery']) {
      await manager.query(
        `DELETE FROM ${table} WHERE movement_id IN (SELECT id FROM child_movement WHERE is_synthetic)`,
      );
    }
    const [removed] = await manager.query<[{ child: string }[]]>(
      'DELETE FROM child_movement WHERE is_synthetic RETURNING child_pseudonym AS child',
    );
    await forgetChains(
      manager,
      removed.map(({ child }) => child),
    );
    // What was published of demonstration data, or of nothing, is made anew.
    await manager.query(
      `DELETE FROM movement_publication
       WHERE is_synthetic OR NOT EXISTS (SELECT 1 FROM child_movement WHERE NOT is_synthetic)`,
    );
    const rules: ClockRule[] = await manager.find(ProcedureRuleRecord);
    const changed = movements.map(({ events }) => ({ movement: foldEvents(events)!, stored: 0, isSynthetic: true }));
    if (changed.length > 0) await storeMovements(manager, changed, { rules, now: new Date() });
  });
}
