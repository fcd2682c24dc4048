import type { OpenReserveInput } from '@hub/contract';
import { lockKey, problem, refuseFor } from '@hub/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { gssCode } from '../facts/fact-parts';
import { ReserveRecord } from './reserve-record';
import { reserveWithCharges } from './reserve-with-charges';

/** Records a reserve; the same again changes nothing, another opening is refused. */
export async function openReserve(manager: EntityManager, input: OpenReserveInput): Promise<ReserveRecord> {
  const { localAuthority: localAuthorityCode, openingPence } = input;
  refuseFor(
    !gssCode.safeParse(localAuthorityCode).success &&
      problem(
        'localAuthority',
        'LOCAL_AUTHORITY_UNKNOWN',
        'localAuthority must be a GSS code of London, as E09000022.',
      ),
    openingPence < 0 && problem('openingPence', 'NEGATIVE_AMOUNT', 'openingPence must be 0 or more.'),
  );
  await lockKey(manager, `reserve/${localAuthorityCode}`);
  const recorded = await reserveWithCharges(manager, localAuthorityCode);
  refuseFor(
    recorded !== null &&
      recorded.openingPence !== openingPence &&
      problem(
        'openingPence',
        'ALREADY_RECORDED',
        `The reserve of ${localAuthorityCode} is open with another amount. A local authority has one reserve.`,
      ),
  );
  if (recorded) return recorded;
  const reserve = { localAuthorityCode, openingPence, isSynthetic: false };
  await manager.insert(ReserveRecord, reserve);
  return Object.assign(new ReserveRecord(), reserve, { charges: [] });
}
