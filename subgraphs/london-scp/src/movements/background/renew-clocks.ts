import { foldEvents, MOVEMENT_PROCEDURE, type MovementEvent } from '@hub/contract';
import { loadOnce, lockKey } from '@hub/subgraph-kit';
import type { DataSource, EntityManager } from 'typeorm';
import { ProcedureRuleRecord } from '../../procedures/procedure-rule-record';
import { storeClocks } from '../store/store-movements';

const BATCH = 200;

/**
 * Reads the clocks of open movements again once a rule has been recorded: a movement that nobody touches would otherwise
 * keep the clocks of the day it was last touched.
 *
 * @returns whether the rules had changed.
 */
export async function renewClocks(dataSource: DataSource): Promise<boolean> {
  return dataSource.transaction(async (manager) => {
    await lockKey(manager, 'rules of clocks');
    const rules = await manager.find(ProcedureRuleRecord, {
      where: { procedureId: MOVEMENT_PROCEDURE },
      order: { id: 'ASC' },
    });
    return loadOnce(manager, 'rules of clocks', rules, async () => {
      for (let ids = await openAfter(manager, ''); ids.length > 0; ids = await openAfter(manager, ids.at(-1)!)) {
        const histories = await historiesOf(manager, ids);
        const movements = histories.map((events) => foldEvents(events)).filter((movement) => movement !== null);
        await storeClocks(manager, movements, { rules, now: new Date() });
      }
    });
  });
}

/** Locked, so that no move is recorded between reading a history and writing its clocks. */
async function openAfter(manager: EntityManager, id: string): Promise<string[]> {
  const rows = await manager.query<{ id: string }[]>(
    'SELECT id FROM child_movement WHERE closed_at IS NULL AND id > $1 ORDER BY id LIMIT $2 FOR UPDATE',
    [id, BATCH],
  );
  return rows.map((row) => row.id);
}

async function historiesOf(manager: EntityManager, ids: readonly string[]): Promise<MovementEvent[][]> {
  const rows = await manager.query<{ events: MovementEvent[] }[]>(
    `SELECT jsonb_agg(body ORDER BY position) AS events FROM movement_event WHERE movement_id = ANY($1)
     GROUP BY movement_id`,
    [ids],
  );
  return rows.map(({ events }) => events);
}
