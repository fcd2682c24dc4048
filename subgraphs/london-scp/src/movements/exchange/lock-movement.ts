import { MovementMove, type SentMessage } from '@hub/contract';
import { lockKey } from '@hub/subgraph-kit';
import type { EntityManager } from 'typeorm';

/**
 * Makes messages of one movement be recorded one after another, until each transaction ends; and two notices of one move.
 * The movement always comes first, so that nobody waits for somebody who waits for them.
 */
export async function lockMovement(manager: EntityManager, { event }: SentMessage): Promise<void> {
  await lockKey(manager, `movement/${event.movement}`);
  if (event.move !== MovementMove.NOTIFY) return;
  const { childPseudonym, origin, destination } = event.data;
  await lockKey(manager, `notice/${childPseudonym}/${origin}/${destination}`);
}
