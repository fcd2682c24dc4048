import {
  ChildRecordStatus,
  dayOutside,
  daysFrom,
  expectedOutside,
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
import { ringOutbox } from '../store/write-outbox';
import { actingFor } from './acting-for';
import { birthProblem, isUnborn, GROWN_UP } from './child-of';
import { knownMovement, type KnownMovement } from './known-movement';
import { idTaken } from './make-move';
import { movementIdOf, requireUuid } from './movement-id-of';
import { namingProblems, pseudonymsOfChild } from './named-child';
import type { PartnershipSide } from './partnership-side';
import type { Done } from './payload-of';

const side = MovementSide.DESTINATION;

/** Records a child who arrived without a notice: an open record. The hub asks the origin, whose the notice is. */
export async function recordArrival(
  manager: EntityManager,
  context: SubgraphContext,
  partnership: PartnershipSide,
  input: RecordArrivalInput,
): Promise<Done> {
  const uuid = requireUuid(input.id);
  const destination = actingFor(context, partnership, input.authority);
  checkArrival(input, destination);
  const { origin, arrivedOn, expectedOn = null } = input;
  const pseudonyms = pseudonymsOfChild(context, input, { authority: destination, isUnborn: isUnborn(input) });
  const [newest] = pseudonyms as [string];
  await lockKey(manager, `child/${newest}`);
  const childPseudonym = await knownAs(manager, newest);
  const before = await manager.findOneBy(ChildRecordRecord, { arrivalId: uuid });
  const wanted = { arrivedOn, originCode: origin, destinationCode: destination, expectedOn };
  if (before) return again(before, wanted, [...pseudonyms, childPseudonym]);
  const known = await knownMovement(manager, pseudonyms, { origin, destination, side });
  if (known) throw new Refusal(alreadyKnown(known, input.nhsNumber ? 'nhsNumber' : 'localReference'));
  const movementId = movementIdOf(uuid);
  if (await manager.existsBy(ChildRecordRecord, { movementId })) throw new Refusal(idTaken);
  await manager.insert(ChildRecordRecord, {
    ...{ movementId, side, authority: destination, childPseudonym, originCode: origin, destinationCode: destination },
    ...{
      status: ChildRecordStatus.OPEN,
      openedOn: arrivedOn,
      arrivalId: uuid,
      arrivedOn,
      expectedOn,
      isShielded: input.isShielded ?? false,
      isSynthetic: false,
    },
  });
  await ringOutbox(manager);
  return { movementId, side, childPseudonym, state: null };
}

/** The notice may have come since: then the record is the notice's. And where the child comes from may have been put right. */
function again(
  { movementId, movementState, childPseudonym, notifiedAt, earlierOrigins, ...record }: ChildRecordRecord,
  wanted: Pick<ChildRecordRecord, 'arrivedOn' | 'originCode' | 'destinationCode' | 'expectedOn'>,
  pseudonyms: readonly string[],
): Done {
  const before = {
    ...{ ...record, originCode: earlierOrigins[0]?.origin ?? record.originCode },
    expectedOn: notifiedAt === null ? record.expectedOn : wanted.expectedOn,
  };
  const isSame = (Object.keys(wanted) as (keyof typeof wanted)[]).every((part) => before[part] === wanted[part]);
  if (!isSame || !pseudonyms.includes(childPseudonym)) throw new Refusal(idTaken);
  return { movementId, side, childPseudonym, state: movementState };
}

function checkArrival(input: RecordArrivalInput, destination: string): void {
  const { expectedOn, origin, arrivedOn } = input;
  const unknown = unknownAuthority('origin', origin, arrivedOn);
  const today = todayInLondon();
  const notYet = futureDay('arrivedOn', arrivedOn);
  const longAgo = dayOutside('arrivedOn', arrivedOn, {
    ...{ from: daysFrom(today, -MOST_DAYS_LATE), until: arrivedOn, around: 'before today' },
  });
  const notExpected = expectedOn ? expectedOutside(expectedOn, arrivedOn) : null;
  refuseFor(
    ...namingProblems(input, isUnborn(input)),
    notYet,
    longAgo && problem(longAgo.field, longAgo.code, longAgo.message),
    !notYet && birthProblem(input, arrivedOn, GROWN_UP),
    !notYet && notExpected && problem(notExpected.field, notExpected.code, notExpected.message),
    unknown && problem(unknown.field, unknown.code, unknown.message),
    origin === destination && problem('origin', 'NOT_FROM_ELSEWHERE', 'That is your own area. Name the one they left.'),
  );
}

/** A child does not arrive twice, nor beside a notice. */
export function alreadyKnown({ id, isNotified }: KnownMovement, field: string) {
  return isNotified
    ? problem(field, 'MOVE_ALREADY_NOTIFIED', `${id} notifies this child's move. Take its steps.`)
    : problem(field, 'ARRIVAL_ALREADY_RECORDED', `${id} is the open record of this child's arrival. Use that.`);
}
