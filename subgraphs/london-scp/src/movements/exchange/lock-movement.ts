import { MovementMove, type SentMessage } from '@hub/contract';
import { lockKey } from '@hub/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { lockChild } from '../responsibility/chains';

/**
 * Makes messages of one movement be recorded one after another, until each transaction ends, and those of one child, whatever
 * movements they are of. The movement always comes first, so that nobody waits for somebody who waits for them.
 */
export async function lockMovement(manager: EntityManager, { event }: SentMessage): Promise<void> {
  await lockKey(manager, `movement/${event.movement}`);
  const child = event.move === MovementMove.NOTIFY ? event.data.childPseudonym : await childOf(manager, event.movement);
  if (child !== undefined) await lockChild(manager, child);
}

async function childOf(manager: EntityManager, movementId: string): Promise<string | undefined> {
  const [row] = await manager.query<{ child: string }[]>(
    'SELECT child_pseudonym AS child FROM child_movement WHERE id = $1',
    [movementId],
  );
  return row?.child;
}
