import { MovementPayload, MovementStepStanding, type Movement, type MovementSide } from '@hub/contract';
import type { SubgraphContext, MutationResult } from '@hub/subgraph-kit';
import { childRecordFromId } from '../child-records/child-record-type';
import { MovementOutboxRecord } from '../store/movement-records';
import type { PartnershipSide } from './partnership-side';

/** What a mutation did about one child's movement. */
export interface Done {
  movementId: string;
  /** The side of which the caller's record is. */
  side: MovementSide;
  childPseudonym: string;
  state: Movement['state'] | null;
  /** Id of the message that carries the step; left out where none was taken. */
  message?: string;
}

/** The answer to a mutation. The record is looked up anew, by the rule of who may see it. */
export async function payloadOf(
  context: SubgraphContext,
  { id, recordType }: PartnershipSide,
  { result, userErrors }: MutationResult<Done>,
): Promise<MovementPayload> {
  if (!result) return Object.assign(new MovementPayload(), { ...NOTHING, userErrors });
  const { movementId, side, childPseudonym, state, message } = result;
  const recordId = `${id}/${movementId}/${side.toLowerCase()}`;
  const record = await childRecordFromId(recordType, id, recordId, context);
  const step = message === undefined ? null : await standingOf(context, message);
  return Object.assign(new MovementPayload(), {
    movement: movementId,
    childPseudonym,
    state,
    step,
    record,
    userErrors,
  });
}

/** What is held waits for another, and may still be refused. */
async function standingOf({ dataSource }: SubgraphContext, message: string): Promise<MovementStepStanding> {
  const { outcome } = await dataSource.getRepository(MovementOutboxRecord).findOneByOrFail({ id: message });
  return outcome === 'RECORDED' || outcome === 'REFUSED' ? MovementStepStanding[outcome] : MovementStepStanding.PENDING;
}

const NOTHING = { movement: null, childPseudonym: null, state: null, step: null, record: null };
