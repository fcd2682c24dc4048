import { createHash } from 'node:crypto';
import { movesFrom, MovementMove, MovementSide } from '@hub/contract';
import type { EntityManager } from 'typeorm';
import { ChildRecordRecord } from '../child-records/child-record-record';
import type { OwnMovement } from '../store/movement-of';
import { writeOutbox } from '../store/write-outbox';
import type { OwnSide } from './own-side';

/**
 * Says that the destination has a notice, in the name of its system: nobody has to press a button for what a machine knows.
 * To be run in the transaction that stores the notice. Says nothing where the destination is another's, has spoken before,
 * or need not speak any more. A child who had arrived, and was shielded here, it says to be.
 */
export async function acknowledgeNotice(
  manager: EntityManager,
  { partnership, covers }: OwnSide,
  { movement, lastMessage }: OwnMovement,
): Promise<void> {
  if (movement === null || movement.acknowledgedAt !== null || !covers.includes(movement.destination)) return;
  if (!movesFrom(movement).includes(MovementMove.ACKNOWLEDGE)) return;
  const { id: notice, recordedAt } = movement.history[movement.toldAt]!.event;
  const own = { movementId: movement.id, side: MovementSide.DESTINATION, isShielded: true };
  const isShielded = await manager.existsBy(ChildRecordRecord, own);
  // Not before the notice, however far behind the clock of this system is.
  const occurredAt = new Date(Math.max(Date.now(), Date.parse(recordedAt))).toISOString();
  await writeOutbox(manager, {
    event: {
      ...{ id: idOfAcknowledgement(notice), movement: movement.id, move: MovementMove.ACKNOWLEDGE },
      ...{ side: MovementSide.DESTINATION, authority: movement.destination, person: `system:${partnership}` },
      ...{ role: 'partnership-system', occurredAt, data: isShielded ? { isShielded } : {} },
    },
    after: lastMessage,
  });
}

/** A UUID (version 8) that follows from the notice's id: however often it is written, it is one message. */
function idOfAcknowledgement(notice: string): string {
  const hex = createHash('sha256').update(`acknowledgement of ${notice}`).digest('hex');
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ];
  return parts.join('-');
}
