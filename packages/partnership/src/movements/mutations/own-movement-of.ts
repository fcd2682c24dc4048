import { childOf, type Movement } from '@hub/contract';
import { noteUnseen, problem, Refusal, type SubgraphContext } from '@hub/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { movementOf, type OwnMovement } from '../store/movement-of';
import { actingFor, sideOf, type ActingSide } from './acting-for';
import type { PartnershipSide } from './partnership-side';

/** A movement, and the side of it that a caller takes a step for. */
export interface StepOfMovement {
  before: OwnMovement & { movement: Movement };
  side: ActingSide;
  childPseudonym: string;
}

/**
 * The movement that a caller takes a step of, read and kept from others as `movementOf` does.
 *
 * @throws Refusal `MOVEMENT_UNKNOWN` where there is none, or the authority is no party to it; those of {@link actingFor} and
 * {@link sideOf}.
 */
export async function ownMovementOf(
  manager: EntityManager,
  context: SubgraphContext,
  partnership: PartnershipSide,
  input: { movement: string; authority?: string | null; onBehalf: boolean },
): Promise<StepOfMovement> {
  const acting = actingFor(context, partnership, input.authority);
  const { movement, ...stored } = await movementOf(manager, input.movement);
  const side = movement && sideOf(acting, movement, { ...input, covers: partnership.covers });
  if (movement && side) return { before: { ...stored, movement }, side, childPseudonym: childOf(movement) };
  // One that is another's is as one that is not there, but for the record.
  if (movement) noteUnseen(context, [childOf(movement)]);
  throw new Refusal(movementUnknown(input.movement));
}

/** There is no such movement, or none that the authority is a party to. */
export function movementUnknown(movementId: string) {
  const message = `Your authority is party to no movement ${movementId.slice(0, 100)}. Take one of \`movements { id }\`.`;
  return problem('movement', 'MOVEMENT_UNKNOWN', message);
}
