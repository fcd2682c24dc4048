import { randomUUID } from 'node:crypto';
import {
  ChildRecordStatus,
  dayOutside,
  isShieldedBy,
  MovementMove,
  todayInLondon,
  type UpdateChildRecordInput,
  type AllocatedTeamInput,
  type UserError,
} from '@hub/contract';
import { futureDay, noteUnseen, type SubgraphContext, Refusal, problem, refuseFor } from '@hub/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { childrenOfMovements } from '../child-records/child-record-loaders';
import { ChildRecordRecord } from '../child-records/child-record-record';
import { ringOutbox } from '../store/write-outbox';
import { actingFor } from './acting-for';
import { amendedOrigin } from './amended-origin';
import { LEFT_CARE } from './child-of';
import { makeMove } from './make-move';
import type { PartnershipSide } from './partnership-side';
import type { Done } from './payload-of';
import { movementUnknown } from './own-movement-of';
import { movementOf, type OwnMovement } from '../store/movement-of';

const LONGEST = 200;

/** Changes what a side says of its own record. How it stands follows from the movement, and is nobody's to change. */
export async function updateChildRecord(
  manager: EntityManager,
  context: SubgraphContext,
  partnership: PartnershipSide,
  { movement: movementId, authority, ...given }: UpdateChildRecordInput,
): Promise<Done> {
  refuseFor(futureDay('planSince', given.planSince), longAgo(given.planSince), futureDay('closedOn', given.closedOn));
  const acting = actingFor(context, partnership, authority);
  // Before the record, as steps do.
  const before = typeof given.isShielded === 'boolean' ? await movementOf(manager, movementId) : null;
  const record = await manager.findOne(ChildRecordRecord, {
    where: { movementId, authority: acting },
    lock: { mode: 'pessimistic_write' },
  });
  if (!record) {
    noteUnseen(context, await childrenOfMovements(manager, [movementId]));
    throw new Refusal(movementUnknown(movementId));
  }
  const { team, plan, planSince, categoryOfNeed, isShielded, isAdopted, closedOn } = given;
  const amended = await amendedOrigin(manager, context, record, given.origin);
  const changes = {
    ...amended,
    ...(team !== undefined && { team: team && { name: team.name.trim(), contact: team.contact.trim() } }),
    ...(plan !== undefined && { plan }),
    ...(plan === null && { planSince: null }),
    ...(planSince !== undefined && { planSince }),
    ...(categoryOfNeed !== undefined && { categoryOfNeed }),
    ...(typeof isShielded === 'boolean' && { isShielded }),
    ...(typeof isAdopted === 'boolean' && { isAdopted }),
  };
  refuseFor(...teamProblems(team), ...planProblems({ ...record, ...changes }), closingProblem(record, closedOn));
  await manager.save(Object.assign(record, changes, closing(record, closedOn)));
  // The hub asks about it as it is now.
  if (record.arrivalId !== null) await ringOutbox(manager);
  const { side, childPseudonym, movementState } = record;
  const done = { movementId, side, childPseudonym, state: movementState };
  const message = before && (await recordShielding(manager, context, { before, record, covers: partnership.covers }));
  return message ? { ...done, message } : done;
}

/**
 * Tells the other side that this one shields the child, or does no more, by a step of the movement.
 *
 * @returns the id of the step; null where there is no notice, or it was said before
 */
async function recordShielding(
  manager: EntityManager,
  context: SubgraphContext,
  { before, record, covers }: { before: OwnMovement; record: ChildRecordRecord; covers: readonly string[] },
): Promise<string | null> {
  const { side, authority, isShielded, movementId: movement } = record;
  if (before.movement === null || isShielded === (isShieldedBy(before.movement, side) ?? false)) return null;
  const id = randomUUID();
  const event = { id, movement, move: MovementMove.RECORD_SHIELDING, side, authority, data: { isShielded } };
  await makeMove(manager, context, { event, occurredAt: null }, { before, covers });
  return id;
}

/** The day of birth is not kept: a plan is of nobody who is as old as a care leaver never is. */
function longAgo(planSince: string | null | undefined): UserError | null {
  const today = todayInLondon();
  const from = `${Number(today.slice(0, 4)) - LEFT_CARE}${today.slice(4)}`;
  const outside = planSince
    ? dayOutside('planSince', planSince, { from, until: planSince, around: 'before today' })
    : null;
  return outside && problem(outside.field, outside.code, outside.message);
}

function teamProblems(team: AllocatedTeamInput | null | undefined): UserError[] {
  if (!team) return [];
  return (['name', 'contact'] as const)
    .filter((part) => team[part].trim() === '' || team[part].length > LONGEST)
    .map((part) => ({
      field: ['input', 'team', part],
      code: team[part].length > LONGEST ? 'TOO_LONG' : 'TEXT_BLANK',
      message: `Give the ${part} of the team in 1 to ${LONGEST} characters.`,
    }));
}

/** Its owner alone closes what it has begun, and not while the child is moving. */
function closingProblem(
  { openedOn, endedAt, notifiedAt, movementId }: ChildRecordRecord,
  closedOn: string | null | undefined,
): UserError | null {
  if (closedOn === undefined) return null;
  if (openedOn === null)
    return problem('closedOn', 'NOT_OPENED', 'You have not opened this record. Leave closedOn out.');
  if (notifiedAt !== null && endedAt === null) {
    const message = `${movementId} is open. Close or withdraw it, or agree to its withdrawal, and then close the record.`;
    return problem('closedOn', 'MOVEMENT_OPEN', message);
  }
  return closedOn !== null && closedOn < openedOn
    ? problem('closedOn', 'CLOSED_BEFORE_OPENED', `You opened it on ${openedOn}. Give that day or a later one.`)
    : null;
}

/** A record without a notice ends when it is closed: no movement does it. */
function closing({ notifiedAt }: ChildRecordRecord, closedOn: string | null | undefined): Partial<ChildRecordRecord> {
  if (closedOn === undefined) return {};
  const ended = notifiedAt === null && { endedAt: closedOn === null ? null : new Date().toISOString() };
  return { closedOn, status: closedOn === null ? ChildRecordStatus.OPEN : ChildRecordStatus.CLOSED, ...ended };
}

function planProblems({ plan, planSince }: Pick<ChildRecordRecord, 'plan' | 'planSince'>): UserError[] {
  const isWithout = planSince !== null && plan === null;
  return isWithout ? [problem('planSince', 'PLAN_REQUIRED', 'There is no plan. Say which plan it is since when.')] : [];
}
