import type { EntityManager } from 'typeorm';
import { applyToRecord, forgetNotice } from '../store/apply-to-record';
import { movementOf, type OwnMovement } from '../store/movement-of';
import type { OwnSide } from './own-side';

/** Brings the partnership's records of a movement to where the movement is, after the hub has said something of it. */
export async function bringUpToDate(
  manager: EntityManager,
  { covers }: OwnSide,
  movementId: string,
): Promise<OwnMovement> {
  const own = await movementOf(manager, movementId);
  if (own.movement) await applyToRecord(manager, own.movement, covers);
  else await forgetNotice(manager, movementId);
  return own;
}
