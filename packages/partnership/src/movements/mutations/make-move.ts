import { isDeepStrictEqual } from 'node:util';
import {
  applyMove,
  implausibleDates,
  recordedAfter,
  outOfBounds,
  scopeOfMove,
  type Movement,
  type SentMessage,
  type UserError,
} from '@hub/contract';
import { type SubgraphContext, Refusal, problem } from '@hub/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { applyToRecord } from '../store/apply-to-record';
import { MovementEventRecord, MovementOutboxRecord } from '../store/movement-records';
import type { OwnMovement } from '../store/movement-of';
import { writeOutbox } from '../store/write-outbox';

/** A move that somebody makes. */
export interface WantedMove {
  event: Omit<SentMessage['event'], 'occurredAt' | 'person' | 'role'>;
  /** When it was made; null for now. */
  occurredAt: string | null;
}

/**
 * Makes a move: the record and the message for the hub, in the caller's transaction. What the procedure does not have is
 * refused at once, and not only by the hub.
 *
 * @param before - the movement, read by `movementOf` in the same transaction
 */
export async function makeMove(
  manager: EntityManager,
  { requestIdentity: { caller } }: SubgraphContext,
  { event: wanted, occurredAt }: WantedMove,
  { before, covers }: { before: OwnMovement; covers: readonly string[] },
): Promise<Movement> {
  const { person, role, scopes } = caller!;
  const scope = scopeOfMove(wanted.move);
  if (!scopes.has(scope)) {
    const message = `${wanted.move} takes ${scope}, which your role does not have. Ask somebody who may.`;
    throw new Refusal(problem('move', 'ROLE_MAY_NOT', message));
  }
  const now = new Date();
  const event = asJson({ ...wanted, person, role, occurredAt: occurredAt ?? now.toISOString() });
  const sent: SentMessage = { event, after: before.lastMessage };
  const unkept = outOfBounds(sent);
  if (unkept) throw new Refusal(problem(unkept.field, unkept.code, unkept.message));
  const [implausible] = implausibleDates(before.movement, event);
  if (implausible) throw new Refusal(problem(implausible.field, implausible.code, implausible.message));
  const recordedAt = recordedAfter(before.movement?.history.at(-1)?.event, now);
  const { movement, refusal } = applyMove(before.movement, { ...event, recordedAt });
  if (!movement) throw new Refusal(problem(refusal.field, refusal.code, refusal.message));
  await writeOutbox(manager, sent);
  await applyToRecord(manager, movement, covers);
  return movement;
}

/**
 * Whether a move was made before under its id. One that says something else is refused: an id is given once.
 *
 * @throws Refusal `ID_TAKEN`.
 */
export async function wasMade(
  manager: EntityManager,
  { requestIdentity: { caller } }: SubgraphContext,
  { event: wanted, occurredAt }: WantedMove,
): Promise<boolean> {
  const written = await manager.findOneBy(MovementOutboxRecord, { id: wanted.id });
  if (!written) {
    if (await manager.existsBy(MovementEventRecord, { messageId: wanted.id })) throw new Refusal(idTaken);
    return false;
  }
  const { person, role } = caller!;
  const before = written.body.event;
  const same = asJson({ ...wanted, person, role, occurredAt: occurredAt ?? before.occurredAt });
  if (isDeepStrictEqual(before, same)) return true;
  throw new Refusal(idTaken);
}

/** The id of a mutation was given to something else. */
export const idTaken: UserError = problem(
  'id',
  'ID_TAKEN',
  'Something else was recorded under this id. Give each thing an id of its own.',
);

/** As it is stored: without what is not said. */
function asJson<Value extends object>(value: Value): Value {
  return JSON.parse(JSON.stringify(value, (_key, part: unknown) => part ?? undefined)) as Value;
}
