import {
  alreadyMoving,
  dayOutside,
  daysFrom,
  implausibleDates,
  MOST_DAYS_LATE,
  MovementCategory,
  MovementMove,
  type NotifyMovementInput,
  todayInLondon,
  refusalsOfNotice,
  type MoveData,
  type Refused,
} from '@hub/contract';
import { type SubgraphContext, futureDay, lockKey, Refusal, problem, refuseFor } from '@hub/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { ChildRecordRecord } from '../child-records/child-record-record';
import { movementOf } from '../store/movement-of';
import { actingFor, onBehalfData, sideOf } from './acting-for';
import { beforeBirth, birthProblem, childProblems, isUnborn, siblingsIn, GROWN_UP, LEFT_CARE } from './child-of';
import { openMovements } from './known-movement';
import { idTaken, makeMove, wasMade } from './make-move';
import { movementIdOf, requireUuid } from './movement-id-of';
import { pseudonymsOfChild, type NamedChild } from './named-child';
import type { PartnershipSide } from './partnership-side';
import type { Done } from './payload-of';
import { stepData } from './take-movement-step';
import { textProblems } from './text-problems';

/** Notifies a movement: makes the record, and the message to the hub. */
export async function notifyMovement(
  manager: EntityManager,
  context: SubgraphContext,
  partnership: PartnershipSide,
  input: NotifyMovementInput,
): Promise<Done> {
  const { accommodationAvailableOn, lastSeenOn } = input;
  refuseFor(futureDay('accommodationAvailableOn', accommodationAvailableOn), futureDay('lastSeenOn', lastSeenOn));
  const uuid = requireUuid(input.id);
  const { covers } = partnership;
  const authority = actingFor(context, partnership, input.authority);
  const side = sideOf(authority, input, { ...input, covers });
  if (!side) {
    const message = 'You act for neither side of this movement. Notify what your own authority is a party to.';
    throw new Refusal(problem('origin', 'NOT_A_PARTY', message));
  }
  checkNotice(input);
  const pseudonyms = pseudonymsOfChild(context, input, { authority, isUnborn: isUnborn(input) });
  const [childPseudonym] = pseudonyms as [string];
  const newest = (children: readonly NamedChild[]) =>
    children.map((child) => pseudonymsOfChild(context, child, { authority, isUnborn: false })[0]!);
  const { together, apart } = siblingsIn(input);
  const data = {
    ...noticeData(input, { childPseudonym, siblings: newest(together), siblingsApart: newest(apart) }),
    ...onBehalfData(side, input),
  };
  const movementId = movementIdOf(uuid);
  const before = await movementOf(manager, movementId);
  const event = {
    ...{ id: uuid, movement: movementId, move: MovementMove.NOTIFY, side: side.side, authority: side.authority, data },
  };
  const wanted = { event, occurredAt: input.occurredAt ?? null };
  const done = { movementId, side: side.own, childPseudonym, message: uuid };
  if (await wasMade(manager, context, wanted)) return { ...done, state: before.movement?.state ?? null };
  if (await manager.existsBy(ChildRecordRecord, { movementId })) throw new Refusal(idTaken);
  await lockKey(manager, `child/${childPseudonym}`);
  const another = alreadyMoving(await openMovements(manager, pseudonyms, side.own), input);
  if (another) throw new Refusal(problem(another.field, another.code, another.message));
  const movement = await makeMove(manager, context, wanted, { before, covers });
  return { ...done, state: movement.state };
}

/** All that is wrong with it, at once. */
function checkNotice(input: NotifyMovementInput): void {
  const today = todayInLondon();
  const occurredAt = input.occurredAt ?? new Date().toISOString();
  const day = todayInLondon(new Date(occurredAt));
  const until = input.category === MovementCategory.CARE_LEAVER ? LEFT_CARE : GROWN_UP;
  const birth = birthProblem(input, day, until);
  // When it was typed only the home knows: at the hub it may come much later.
  const late = dayOutside('occurredAt', day, {
    ...{ from: daysFrom(today, -MOST_DAYS_LATE), until: day, around: 'before today' },
  });
  const dates = implausibleDates(null, { move: MovementMove.NOTIFY, occurredAt, data: input });
  refuseFor(
    ...childProblems(input),
    birth,
    ...(birth ? [] : beforeBirth(input)),
    ...[late, ...refusalsOfNotice(input, day), ...dates].map(asProblem),
    ...textProblems(input),
  );
}

/** A refusal of the procedure as one of the input. */
export function asProblem(refused: Refused | null) {
  return refused && problem(refused.field, refused.code, refused.message);
}

/** What a notice or its amendment says of the move. What is left out is dropped when it is stored. */
export function detailsIn({
  circumstances,
  destinationName,
  becameAwareAt,
  expectedOn,
  movedOn,
  distance,
  isEmergency,
  placementStartsOn,
  accommodationAvailableOn,
  ...notice
}: MoveData): MoveData {
  const { reasonForMove, interimProtection, lastSeenOn, nextVisitOn, toTell, housingNoticeParts } = notice;
  const said = { destinationName, becameAwareAt, expectedOn, movedOn, distance, isEmergency, placementStartsOn };
  return {
    ...{ ...said, accommodationAvailableOn, reasonForMove, interimProtection, lastSeenOn, nextVisitOn },
    ...{ toTell, housingNoticeParts, ...(circumstances?.length && { circumstances }) },
  } as MoveData;
}

/** What the notice says: of numbers and references only pseudonyms, and not when the child was born. What is left out is dropped. */
function noticeData(input: NotifyMovementInput, children: MoveData): MoveData {
  const { category, origin, destination, originName, permanence, planning, isShielded } = input;
  const { siblings = [], siblingsApart = [], childPseudonym } = children;
  const said: { [Field in keyof MoveData]: MoveData[Field] | undefined } = {
    ...stepData(input),
    ...detailsIn(input),
    ...{ category, origin, destination, originName, permanence, planning, childPseudonym, isShielded },
    ...(siblings.length > 0 && { siblings }),
    ...(siblingsApart.length > 0 && { siblingsApart }),
  };
  return said as MoveData;
}
