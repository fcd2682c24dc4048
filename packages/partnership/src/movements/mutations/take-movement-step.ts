import { MovementMove, toldByHub, type TakeMovementStepInput, type MoveData } from '@hub/contract';
import { type SubgraphContext, problem, refuseFor } from '@hub/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { onBehalfData } from './acting-for';
import { makeMove, wasMade } from './make-move';
import { requireUuid } from './movement-id-of';
import { ownMovementOf } from './own-movement-of';
import type { PartnershipSide } from './partnership-side';
import type { Done } from './payload-of';
import { textProblems } from './text-problems';

/** Takes a step of a movement: brings the record on, and writes the message to the hub. */
export async function takeMovementStep(
  manager: EntityManager,
  context: SubgraphContext,
  partnership: PartnershipSide,
  input: TakeMovementStepInput,
): Promise<Done> {
  const uuid = requireUuid(input.id);
  const { covers } = partnership;
  const { before, side, childPseudonym } = await ownMovementOf(manager, context, partnership, input);
  const { origin, destination } = before.movement;
  const told = toldByHub(input.move, covers.includes(side.authority === origin ? destination : origin));
  refuseFor(told && problem(told.field, told.code, told.message), ...textProblems(input));
  const done = { movementId: input.movement, side: side.own, childPseudonym, message: uuid };
  const event = {
    ...{ id: uuid, movement: input.movement, move: input.move, side: side.side, authority: side.authority },
    data: { ...stepData(input), ...dataOf(input, BESIDE_THE_STATE), ...sentData(input), ...onBehalfData(side, input) },
  };
  const wanted = { event, occurredAt: input.occurredAt ?? null };
  if (await wasMade(manager, context, wanted)) return { ...done, state: before.movement.state };
  const movement = await makeMove(manager, context, wanted, { before, covers });
  return { ...done, state: movement.state };
}

/** What any step may say. */
const OF_A_STEP = [
  ...(['hasStatutoryOrder', 'legalStatus', 'transferPack', 'reason', 'confirmation', 'approver'] as const),
  ...(['returnedAt', 'circumstance'] as const),
] as const;
/** What is said of what is recorded beside the state, and of reviews. */
const BESIDE_THE_STATE = [
  ...(['conferenceOn', 'conferenceOutcome', 'organisation', 'withheld', 'isShielded'] as const),
  ...(['outcome', 'nextReviewOn'] as const),
] as const;

/** What a step says, of all that its input has. */
export function stepData(input: MoveData): MoveData {
  return dataOf(input, OF_A_STEP);
}

function dataOf(input: MoveData, fields: readonly (keyof MoveData)[]): MoveData {
  // What is left out is dropped when it is stored.
  return Object.fromEntries(fields.map((field) => [field, input[field]]));
}

/** What is said of steps that were sent by hand. */
function sentData({ move, sends, means, evidence }: TakeMovementStepInput): MoveData {
  return move === MovementMove.RECORD_SENT_BY_HAND ? ({ sends, means, evidence } as MoveData) : {};
}
