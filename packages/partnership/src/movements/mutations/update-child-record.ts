import {
  dayOutside,
  todayInLondon,
  type UpdateChildRecordInput,
  type AllocatedTeamInput,
  type UserError,
} from '@hub/contract';
import { futureDay, noteUnseen, type SubgraphContext, Refusal, problem, refuseFor } from '@hub/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { childrenOfMovements } from '../child-records/child-record-loaders';
import { ChildRecordRecord } from '../child-records/child-record-record';
import { actingFor } from './acting-for';
import { LEFT_CARE } from './child-of';
import type { PartnershipSide } from './partnership-side';
import type { Done } from './payload-of';
import { movementUnknown } from './take-movement-step';

const LONGEST = 200;

/** Changes what a side says of its own record. How it stands follows from the movement, and is nobody's to change. */
export async function updateChildRecord(
  manager: EntityManager,
  context: SubgraphContext,
  partnership: PartnershipSide,
  { movement: movementId, authority, ...given }: UpdateChildRecordInput,
): Promise<Done> {
  refuseFor(futureDay('planSince', given.planSince), longAgo(given.planSince));
  const acting = actingFor(context, partnership, authority);
  const record = await manager.findOne(ChildRecordRecord, {
    where: { movementId, authority: acting },
    lock: { mode: 'pessimistic_write' },
  });
  if (!record) {
    noteUnseen(context, await childrenOfMovements(manager, [movementId]));
    throw new Refusal(movementUnknown(movementId));
  }
  const { team, plan, planSince, categoryOfNeed, isShielded, isAdopted } = given;
  const changes = {
    ...(team !== undefined && { team: team && { name: team.name.trim(), contact: team.contact.trim() } }),
    ...(plan !== undefined && { plan }),
    ...(plan === null && { planSince: null }),
    ...(planSince !== undefined && { planSince }),
    ...(categoryOfNeed !== undefined && { categoryOfNeed }),
    ...(typeof isShielded === 'boolean' && { isShielded }),
    ...(typeof isAdopted === 'boolean' && { isAdopted }),
  };
  refuseFor(...teamProblems(team), ...planProblems({ ...record, ...changes }));
  await manager.save(Object.assign(record, changes));
  const { side, childPseudonym, movementState } = record;
  return { movementId, side, childPseudonym, state: movementState };
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

function planProblems({ plan, planSince }: Pick<ChildRecordRecord, 'plan' | 'planSince'>): UserError[] {
  const isWithout = planSince !== null && plan === null;
  return isWithout ? [problem('planSince', 'PLAN_REQUIRED', 'There is no plan. Say which plan it is since when.')] : [];
}
