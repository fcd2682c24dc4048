import type { Movement } from '@hub/contract';
import type { DataSource } from 'typeorm';
import { ProcedureRuleRecord } from '../../subgraphs/london-scp/src/procedures/procedure-rule-record';
import { storeMovements } from '../../subgraphs/london-scp/src/movements/store/store-movements';
import { played, type SentMove } from './movement-story';

/** The movement that a story makes, under an id of its own. */
export function playedAs(id: string, ...moves: SentMove[]): Movement {
  const movement = played(...moves);
  const renamed = movement.history.map(({ event, ...step }) => ({
    ...step,
    event: { ...event, id: `${id}/${event.id}`, movement: id },
  }));
  return { ...movement, id, history: renamed };
}

/** Brings movements into London's tables, as the hub records them. */
export async function storeStories(dataSource: DataSource, ...movements: Movement[]): Promise<void> {
  const rules = await dataSource.manager.find(ProcedureRuleRecord);
  const changed = movements.map((movement) => ({ movement, stored: 0, isSynthetic: false }));
  await dataSource.transaction((manager) => storeMovements(manager, changed, { rules, now: new Date() }));
}
