import { MovementPayload, type Movement, type MovementSide } from '@hub/contract';
import type { SubgraphContext, MutationResult } from '@hub/subgraph-kit';
import { childRecordFromId } from '../child-records/child-record-type';
import type { PartnershipSide } from './partnership-side';

/** What a mutation did about one child's movement. */
export interface Done {
  movementId: string;
  /** The side of which the caller's record is. */
  side: MovementSide;
  childPseudonym: string;
  state: Movement['state'] | null;
}

/** The answer to a mutation. The record is looked up anew, by the rule of who may see it. */
export async function payloadOf(
  context: SubgraphContext,
  { id, recordType }: PartnershipSide,
  { result, userErrors }: MutationResult<Done>,
): Promise<MovementPayload> {
  if (!result) return Object.assign(new MovementPayload(), { ...NOTHING, userErrors });
  const { movementId, side, childPseudonym, state } = result;
  const recordId = `${id}/${movementId}/${side.toLowerCase()}`;
  const record = await childRecordFromId(recordType, id, recordId, context);
  return Object.assign(new MovementPayload(), { movement: movementId, childPseudonym, state, record, userErrors });
}

const NOTHING = { movement: null, childPseudonym: null, state: null, record: null };
