import { childOf, linkedToAnother, MovementMove, noticedAs, type LinkChildInput, type Movement } from '@hub/contract';
import { noteUnseen, type SubgraphContext, Refusal, problem, refuseFor } from '@hub/subgraph-kit';
import { In, type EntityManager } from 'typeorm';
import { childrenOfMovements } from '../child-records/child-record-loaders';
import { ChildRecordRecord } from '../child-records/child-record-record';
import { knownAs, linkRecords } from '../store/child-links';
import { movementOf } from '../store/movement-of';
import { actingFor } from './acting-for';
import { namingProblems, pseudonymsOfChild } from './named-child';
import { makeMove, wasMade } from './make-move';
import { requireUuid } from './movement-id-of';
import type { PartnershipSide } from './partnership-side';
import type { Done } from './payload-of';
import { movementUnknown } from './own-movement-of';

/**
 * Says which NHS number a child has who was recorded without it: a step of the movement, which the hub takes for every
 * movement of the child. Of an arrival without a notice, of which the hub knows nothing, the own records follow at once. What
 * is known already changes nothing.
 */
export async function linkChild(
  manager: EntityManager,
  context: SubgraphContext,
  partnership: PartnershipSide,
  { id, movement: movementId, authority, nhsNumber, occurredAt }: LinkChildInput,
): Promise<Done> {
  const uuid = requireUuid(id);
  const acting = actingFor(context, partnership, authority);
  refuseFor(...namingProblems({ nhsNumber }, false));
  const before = await movementOf(manager, movementId);
  const record = await manager.findOneBy(ChildRecordRecord, { movementId, authority: acting });
  if (!record) {
    noteUnseen(context, await childrenOfMovements(manager, [movementId]));
    throw new Refusal(movementUnknown(movementId));
  }
  const pseudonyms = pseudonymsOfChild(context, { nhsNumber }, { authority: acting, isUnborn: false });
  const [childPseudonym] = pseudonyms as [string];
  const { side, movementState: state } = record;
  const done = { movementId, side, childPseudonym: record.childPseudonym, state };
  const event = {
    ...{ id: uuid, movement: movementId, move: MovementMove.LINK_CHILD, side, authority: acting },
    data: { childPseudonym },
  };
  const wanted = { event, occurredAt: occurredAt ?? null };
  if (await wasMade(manager, context, wanted)) return { ...done, message: uuid };
  const said = before.movement ? [record.childPseudonym, childOf(before.movement)] : [record.childPseudonym];
  if (said.includes(await knownAs(manager, childPseudonym))) return done;
  await refuseAdopted(manager, record, pseudonyms);
  if (before.movement === null) {
    await linkRecords(manager, record.childPseudonym, await knownAs(manager, childPseudonym));
    return done;
  }
  if (await wasLinked(manager, before.movement)) {
    const { code, message } = linkedToAnother();
    throw new Refusal(problem('nhsNumber', code, message));
  }
  await makeMove(manager, context, wanted, { before, covers: partnership.covers });
  return { ...done, message: uuid };
}

/** Whether a movement's child was linked before, by this movement or another. */
async function wasLinked(manager: EntityManager, movement: Movement): Promise<boolean> {
  const noticed = noticedAs(movement);
  return childOf(movement) !== noticed || (await knownAs(manager, noticed)) !== noticed;
}

/** Records of before an adoption and of after it are never linked, in either direction. Other authorities' marks say nothing here. */
async function refuseAdopted(
  manager: EntityManager,
  { isAdopted, authority }: ChildRecordRecord,
  pseudonyms: readonly string[],
): Promise<void> {
  const other = { childPseudonym: In([...pseudonyms]), authority, isAdopted: true };
  if (!isAdopted && !(await manager.existsBy(ChildRecordRecord, other))) return;
  const message = 'A record of yours is of the child as they were before an adoption. Nothing links to it.';
  throw new Refusal(problem('movement', 'CHILD_ADOPTED', message));
}
