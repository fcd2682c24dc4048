import { MovementMove, type SentMessage } from '@hub/contract';
import { lockKey } from '@hub/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { lockChild } from '../responsibility/chains';
import { lockLinks } from '../responsibility/child-links';
import { childSql } from './child-sql';

/**
 * Makes messages of one movement be recorded one after another, until each transaction ends, and those of one child, whatever
 * movements they are of. The movement always comes first, then what children are known by, then the child, so that nobody waits
 * for somebody who waits for them.
 */
export async function lockMovement(manager: EntityManager, { event }: SentMessage): Promise<void> {
  const { movement, move } = event;
  await lockKey(manager, `movement/${movement}`);
  await lockLinks(manager, { movement, isLink: move === MovementMove.LINK_CHILD });
  const [{ child }] = await manager.query<[{ child: string | null }]>(`SELECT ${childSql('$1', '$2')} AS child`, [
    ...[movement, noticedIn({ event })],
  ]);
  if (child !== null) await lockChild(manager, child);
}

/** Pseudonym of the child that a notice is about; null of any other step. */
export function noticedIn({ event: { move, data } }: Pick<SentMessage, 'event'>): string | null {
  return move === MovementMove.NOTIFY ? (data.childPseudonym ?? null) : null;
}
