import { ENGLAND_BANK_HOLIDAYS, foldEvents, MOVEMENT_PROCEDURE, type MovementEvent } from '@hub/contract';
import { loadOnce, lockKey } from '@hub/subgraph-kit';
import type { DataSource, EntityManager } from 'typeorm';
import { ProcedureRuleRecord } from '../../procedures/procedure-rule-record';
import { storeClocks } from '../store/store-movements';
import { renewAnswers } from './renew-answers';

const BATCH = 200;

/**
 * Reads the clocks of open movements again once a rule has been recorded, or other bank holidays are known: a movement that
 * nobody touches would otherwise keep the clocks of the day it was last touched. With them those of ended movements of which
 * it was not known when they were due, and of the answers that authorities wait for.
 *
 * @returns whether the rules or the bank holidays had changed.
 */
export async function renewClocks(dataSource: DataSource): Promise<boolean> {
  return dataSource.transaction(async (manager) => {
    await lockKey(manager, 'rules of clocks');
    const rules = await manager.find(ProcedureRuleRecord, {
      where: { procedureId: MOVEMENT_PROCEDURE },
      order: { id: 'ASC' },
    });
    const holidays = [...ENGLAND_BANK_HOLIDAYS.keys()];
    return loadOnce(manager, 'rules of clocks', { rules, holidays }, async () => {
      for (let ids = await someAfter(manager, ''); ids.length > 0; ids = await someAfter(manager, ids.at(-1)!)) {
        const histories = await historiesOf(manager, ids);
        const movements = histories.map((events) => foldEvents(events)).filter((movement) => movement !== null);
        await storeClocks(manager, movements, { rules, now: new Date() });
      }
      await renewAnswers(manager, rules, new Date());
    });
  });
}

/** Locked, so that no move is recorded between reading a history and writing its clocks. */
async function someAfter(manager: EntityManager, id: string): Promise<string[]> {
  const rows = await manager.query<{ id: string }[]>(
    `SELECT id FROM child_movement WHERE id > $1 AND (closed_at IS NULL OR EXISTS (
       SELECT FROM movement_clock WHERE movement_id = child_movement.id AND started_at IS NOT NULL AND due_at IS NULL))
     ORDER BY id LIMIT $2 FOR UPDATE`,
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
