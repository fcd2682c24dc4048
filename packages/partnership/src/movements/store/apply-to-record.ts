import {
  ChildRecordStatus,
  isShieldedBy,
  MovementSide,
  MovementState,
  noticedAs,
  todayInLondon,
  UNKNOWN_ORIGIN,
  type Movement,
} from '@hub/contract';
import type { EntityManager } from 'typeorm';
import { ChildRecordRecord } from '../child-records/child-record-record';
import { movementIdOf } from '../mutations/movement-id-of';
import { recordStanding } from '../record-standing';
import { knownAs } from './child-links';

/** What follows from the movement, and is written again with each step; all else is the partnership's own. */
const FOLLOWING = [
  ...['status', 'movement_state', 'notified_at', 'ended_at', 'opened_on', 'closed_on', 'expected_on'],
  ...['authority', 'destination_code'],
];

/**
 * Brings the records of the sides that a partnership has of a movement to where the movement is; the notice makes them. A
 * record of a child who arrived before the notice becomes the notice's.
 *
 * @param covers - GSS codes of the authorities that the partnership covers
 */
export async function applyToRecord(
  manager: EntityManager,
  movement: Movement,
  covers: readonly string[],
): Promise<void> {
  const { id, origin, destination } = movement;
  const childPseudonym = await knownAs(manager, noticedAs(movement));
  const { expectedOn = null } = movement.notice;
  const sides = [
    { side: MovementSide.ORIGIN, authority: origin },
    { side: MovementSide.DESTINATION, authority: destination },
  ].filter(({ authority }) => covers.includes(authority));
  await releaseFormer(manager, movement, covers);
  for (const { side, authority } of sides) {
    const arrivedOn = side === MovementSide.DESTINATION ? await arrival(manager, movement, childPseudonym) : null;
    const row = {
      ...{ movementId: id, side, authority, childPseudonym, originCode: origin, destinationCode: destination },
      ...{ ...recordStanding(movement, side, arrivedOn), expectedOn, isSynthetic: false },
    };
    await manager
      .createQueryBuilder()
      .insert()
      .into(ChildRecordRecord)
      .values(row)
      .orUpdate(FOLLOWING, ['movement_id', 'side'], {
        // Once it has ended, the record is its owner's alone: what is recorded later of the movement changes nothing of it.
        overwriteCondition: {
          where: 'child_record.ended_at IS NULL OR child_record.ended_at IS DISTINCT FROM excluded.ended_at',
        },
      })
      .execute();
    await applyShielding(manager, movement, side);
  }
}

/** Brings to the record of a side who shields the child, also once the movement has ended. A mark of before the notice stays. */
async function applyShielding(manager: EntityManager, movement: Movement, side: MovementSide): Promise<void> {
  const other = side === MovementSide.ORIGIN ? MovementSide.DESTINATION : MovementSide.ORIGIN;
  await manager.query(
    `UPDATE child_record SET is_shielded = coalesce($3, is_shielded), is_shielded_by_other = $4
     WHERE movement_id = $1 AND side = $2`,
    [movement.id, side, isShieldedBy(movement, side) ?? null, isShieldedBy(movement, other) ?? false],
  );
}

/**
 * A movement that never was, since the hub refused its notice: the record stays with whoever wrote it, the other side has
 * never heard of it, and it leaves with those that have ended.
 */
export async function forgetNotice(manager: EntityManager, movementId: string): Promise<void> {
  await manager.query(
    "DELETE FROM child_record WHERE movement_id = $1 AND side = 'DESTINATION' AND arrived_on IS NULL",
    [movementId],
  );
  await manager.query(
    `UPDATE child_record SET movement_state = NULL, notified_at = NULL,
       ended_at = CASE WHEN arrived_on IS NULL THEN now() END WHERE movement_id = $1`,
    [movementId],
  );
}

/**
 * The record of a destination that the notice does not go to any more: that of a child who had arrived is the arrival's again,
 * and stays open; any other has ended, unless the new destination is the same partnership's.
 */
async function releaseFormer(manager: EntityManager, movement: Movement, covers: readonly string[]): Promise<void> {
  const { id: movementId, destination, history, toldAt } = movement;
  const key = { movementId, side: MovementSide.DESTINATION };
  const former = toldAt === 0 ? null : await manager.findOneBy(ChildRecordRecord, key);
  if (!former || former.authority === destination) return;
  const { at } = history[toldAt]!;
  if (former.arrivalId !== null) {
    const arrival = { movementId: movementIdOf(former.arrivalId), movementState: null, notifiedAt: null };
    await manager.update(ChildRecordRecord, key, arrival);
  } else if (!covers.includes(destination)) {
    const ended = { status: ChildRecordStatus.CLOSED, endedAt: at, closedOn: todayInLondon(new Date(at)) };
    await manager.update(ChildRecordRecord, key, { ...ended, movementState: MovementState.WITHDRAWN });
  }
}

/**
 * The day on which the child arrived, where that was before the notice. The record made then is the movement's from now on, and
 * so is one whose origin nobody knew: now it is known. Not one of an adopted child, whose records nothing links.
 */
async function arrival(
  manager: EntityManager,
  { id, origin, destination }: Movement,
  childPseudonym: string,
): Promise<string | null> {
  await manager.query(
    `UPDATE child_record SET movement_id = $1, origin_code = $3, earlier_origins = CASE origin_code WHEN $3 THEN earlier_origins
         ELSE earlier_origins || jsonb_build_object('origin', origin_code, 'until', $6::text, 'person', NULL) END
     WHERE (movement_id, side) = (
       SELECT movement_id, side FROM child_record
       WHERE child_pseudonym = $2 AND origin_code IN ($3, $5) AND destination_code = $4 AND side = 'DESTINATION'
         AND arrived_on IS NOT NULL AND notified_at IS NULL AND NOT is_adopted
         AND NOT EXISTS (SELECT FROM child_record WHERE movement_id = $1 AND side = 'DESTINATION')
       ORDER BY origin_code = $5, arrived_on LIMIT 1)`,
    [id, childPseudonym, origin, destination, UNKNOWN_ORIGIN, new Date().toISOString()],
  );
  const [row] = await manager.query<{ day: string | null }[]>(
    "SELECT arrived_on::text AS day FROM child_record WHERE movement_id = $1 AND side = 'DESTINATION'",
    [id],
  );
  return row?.day ?? null;
}
