import type { OpenReserveInput } from '@hub/contract';
import { problem, recordOnce, refuseFor } from '@hub/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { gssCode } from '../facts/fact-parts';
import { ReserveRecord } from './reserve-record';
import { reserveWithCharges } from './reserve-with-charges';
import { ReviewChargeRecord } from './review-charge-record';

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
  // Charges on a demonstration reserve are demonstration too, and go before it.
  await manager.delete(ReviewChargeRecord, { localAuthorityCode, isSynthetic: true });
  await recordOnce(manager, {
    record: ReserveRecord,
    key: { localAuthorityCode },
    content: { openingPence },
    taken: () =>
      problem(
        'openingPence',
        'ALREADY_RECORDED',
        `The reserve of ${localAuthorityCode} is open with another amount. A local authority has one reserve.`,
      ),
  });
  return (await reserveWithCharges(manager, localAuthorityCode))!;
}
