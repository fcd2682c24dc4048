import { MovementSide, unknownAuthority } from '@hub/contract';
import { lockKey, problem, Refusal, type SubgraphContext } from '@hub/subgraph-kit';
import type { EntityManager } from 'typeorm';
import type { ChildRecordRecord } from '../child-records/child-record-record';
import { knownMovement } from './known-movement';
import { alreadyKnown } from './record-arrival';

/**
 * Where a child came from who arrived without a notice, put right, with what was said until now. The same again changes nothing.
 *
 * @throws Refusal `ORIGIN_OF_NOTICE`, `NOT_FROM_ELSEWHERE`, and those of an arrival from there.
 */
export async function amendedOrigin(
  manager: EntityManager,
  { requestIdentity: { caller } }: SubgraphContext,
  record: ChildRecordRecord,
  origin: string | null | undefined,
): Promise<Partial<ChildRecordRecord>> {
  const { arrivedOn, notifiedAt, originCode, destinationCode, childPseudonym, earlierOrigins } = record;
  if (!origin || origin === originCode) return {};
  if (arrivedOn === null || notifiedAt !== null) {
    const message = 'The notice says where the child comes from. Only an arrival without one is put right here.';
    throw new Refusal(problem('origin', 'ORIGIN_OF_NOTICE', message));
  }
  const unknown = unknownAuthority('origin', origin, arrivedOn);
  if (unknown) throw new Refusal(problem(unknown.field, unknown.code, unknown.message));
  if (origin === destinationCode) throw new Refusal(problem('origin', 'NOT_FROM_ELSEWHERE', NOT_FROM_ELSEWHERE));
  await lockKey(manager, `child/${childPseudonym}`);
  const parties = { origin, destination: destinationCode, side: MovementSide.DESTINATION };
  const known = await knownMovement(manager, [childPseudonym], parties);
  if (known) throw new Refusal(alreadyKnown(known, 'origin'));
  const before = { origin: originCode, until: new Date().toISOString(), person: caller!.person };
  return { originCode: origin, earlierOrigins: [...earlierOrigins, before] };
}

const NOT_FROM_ELSEWHERE = 'That is your own area. Name the one they left.';
