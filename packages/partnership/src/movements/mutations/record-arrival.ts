import {
  ChildRecordStatus,
  dayOutside,
  daysFrom,
  MOST_DAYS_LATE,
  todayInLondon,
  MovementSide,
  type RecordArrivalInput,
  unknownAuthority,
} from '@hub/contract';
import { type SubgraphContext, futureDay, lockKey, Refusal, problem, refuseFor } from '@hub/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { ChildRecordRecord } from '../child-records/child-record-record';
import { knownAs } from '../store/child-links';
import { actingFor } from './acting-for';
import { birthProblem, numberProblems, pseudonymsOf, GROWN_UP } from './child-of';
import { knownMovement, type KnownMovement } from './known-movement';
import { idTaken } from './make-move';
import { movementIdOf, requireUuid } from './movement-id-of';
import type { PartnershipSide } from './partnership-side';
import type { Done } from './payload-of';

const side = MovementSide.DESTINATION;

/** Records a child who arrived without a notice: an open record. The hub is told nothing: the notice is the origin's. */
export async function recordArrival(
  manager: EntityManager,
  context: SubgraphContext,
  partnership: PartnershipSide,
  input: RecordArrivalInput,
): Promise<Done> {
  const uuid = requireUuid(input.id);
  const destination = actingFor(context, partnership, input.authority);
  checkArrival(input, destination);
  const { origin, arrivedOn } = input;
  const pseudonyms = pseudonymsOf(context, input.nhsNumber);
  const [newest] = pseudonyms as [string];
  await lockKey(manager, `child/${newest}`);
  const childPseudonym = await knownAs(manager, newest);
  const before = await manager.findOneBy(ChildRecordRecord, { arrivalId: uuid });
  const wanted = { arrivedOn, originCode: origin, destinationCode: destination };
  if (before) return again(before, wanted, [...pseudonyms, childPseudonym]);
  const known = await knownMovement(manager, pseudonyms, { origin, destination, side });
  if (known) throw new Refusal(alreadyKnown(known));
  const movementId = movementIdOf(uuid);
  if (await manager.existsBy(ChildRecordRecord, { movementId })) throw new Refusal(idTaken);
  await manager.insert(ChildRecordRecord, {
    ...{ movementId, side, authority: destination, childPseudonym, originCode: origin, destinationCode: destination },
    ...{ status: ChildRecordStatus.OPEN, openedOn: arrivedOn, arrivalId: uuid, arrivedOn, isSynthetic: false },
  });
  return { movementId, side, childPseudonym, state: null };
}

/** The notice may have come since: then the record is the notice's. */
function again(
  { movementId, movementState, childPseudonym, ...before }: ChildRecordRecord,
  wanted: Pick<ChildRecordRecord, 'arrivedOn' | 'originCode' | 'destinationCode'>,
  pseudonyms: readonly string[],
): Done {
  const isSame = (Object.keys(wanted) as (keyof typeof wanted)[]).every((part) => before[part] === wanted[part]);
  if (!isSame || !pseudonyms.includes(childPseudonym)) throw new Refusal(idTaken);
  return { movementId, side, childPseudonym, state: movementState };
}

function checkArrival({ nhsNumber, dateOfBirth, origin, arrivedOn }: RecordArrivalInput, destination: string): void {
  const unknown = unknownAuthority('origin', origin, arrivedOn);
  const today = todayInLondon();
  const notYet = futureDay('arrivedOn', arrivedOn);
  const longAgo = dayOutside('arrivedOn', arrivedOn, {
    ...{ from: daysFrom(today, -MOST_DAYS_LATE), until: arrivedOn, around: 'before today' },
  });
  refuseFor(
    ...numberProblems({ nhsNumber, siblings: [], siblingsApart: [] }),
    notYet,
    longAgo && problem(longAgo.field, longAgo.code, longAgo.message),
    !notYet && birthProblem(dateOfBirth, arrivedOn, GROWN_UP),
    unknown && problem(unknown.field, unknown.code, unknown.message),
    origin === destination && problem('origin', 'NOT_FROM_ELSEWHERE', 'That is your own area. Name the one they left.'),
  );
}

function alreadyKnown({ id, isNotified }: KnownMovement) {
  return isNotified
    ? problem('nhsNumber', 'MOVE_ALREADY_NOTIFIED', `${id} notifies this child's move. Take its steps.`)
    : problem('nhsNumber', 'ARRIVAL_ALREADY_RECORDED', `${id} is the open record of this child's arrival. Use that.`);
}
