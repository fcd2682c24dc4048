import type { EntityManager } from 'typeorm';
import { ReserveRecord } from './reserve-record';
import { ReviewChargeRecord } from './review-charge-record';

/** The reserve of a local authority with its charges, as they stand in this transaction; null where it has none. */
export async function reserveWithCharges(
  manager: EntityManager,
  localAuthorityCode: string,
): Promise<ReserveRecord | null> {
  const reserve = await manager.findOneBy(ReserveRecord, { localAuthorityCode });
  if (!reserve) return null;
  const charges = await manager.find(ReviewChargeRecord, {
    where: { localAuthorityCode },
    order: { chargedOn: 'ASC', reference: 'ASC' },
  });
  return Object.assign(reserve, { charges });
}
