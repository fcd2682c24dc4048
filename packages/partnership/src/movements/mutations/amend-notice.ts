import {
  alreadyMoving,
  amendedNotice,
  MovementMove,
  refusalsOfNotice,
  todayInLondon,
  type AmendNoticeInput,
  type MoveData,
} from '@hub/contract';
import { futureDay, lockKey, refuseFor, type SubgraphContext } from '@hub/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { onBehalfData } from './acting-for';
import { openMovements } from './known-movement';
import { makeMove, wasMade } from './make-move';
import { requireUuid } from './movement-id-of';
import { asProblem, detailsIn } from './notify-movement';
import type { PartnershipSide } from './partnership-side';
import type { Done } from './payload-of';
import { ownMovementOf } from './own-movement-of';
import { stepData } from './take-movement-step';
import { textProblems } from './text-problems';

/** Amends a notice: brings the record on, and writes the message to the hub. */
export async function amendNotice(
  manager: EntityManager,
  context: SubgraphContext,
  partnership: PartnershipSide,
  input: AmendNoticeInput,
): Promise<Done> {
  const { accommodationAvailableOn, lastSeenOn } = input;
  refuseFor(futureDay('accommodationAvailableOn', accommodationAvailableOn), futureDay('lastSeenOn', lastSeenOn));
  const uuid = requireUuid(input.id);
  const { covers } = partnership;
  const { before, side, childPseudonym } = await ownMovementOf(manager, context, partnership, input);
  refuseFor(...textProblems(input));
  const done = { movementId: input.movement, side: side.own, childPseudonym, message: uuid };
  const event = {
    ...{ id: uuid, movement: input.movement, move: MovementMove.AMEND_NOTICE, side: side.side },
    ...{ authority: side.authority, data: { ...amendmentIn(input), ...onBehalfData(side, input) } },
  };
  const wanted = { event, occurredAt: input.occurredAt ?? null };
  if (await wasMade(manager, context, wanted)) return { ...done, state: before.movement.state };
  const notice = amendedNotice(before.movement.notice, event.data);
  const day = todayInLondon(new Date(input.occurredAt ?? Date.now()));
  refuseFor(...refusalsOfNotice(notice, day).map(asProblem));
  await lockKey(manager, `child/${childPseudonym}`);
  const open = await openMovements(manager, [childPseudonym], side.own);
  const others = open.filter(({ id }) => id !== input.movement);
  refuseFor(asProblem(alreadyMoving(others, notice)));
  const movement = await makeMove(manager, context, wanted, { before, covers });
  return { ...done, state: movement.state };
}

function amendmentIn(input: AmendNoticeInput): MoveData {
  const { category, destination, permanence, planning } = input;
  // What is left out is dropped when it is stored.
  return { ...stepData(input), ...detailsIn(input), category, destination, permanence, planning } as MoveData;
}
