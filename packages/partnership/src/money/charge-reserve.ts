import type { ChargeReserveInput } from '@hub/contract';
import { changedFields, futureDay, lockKey, problem, refuseFor } from '@hub/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { type ReserveRecord } from './reserve-record';
import { ReviewChargeRecord } from './review-charge-record';
import { balanceOf } from './reserve-resolver';
import { reserveWithCharges } from './reserve-with-charges';

/** Charges a reserve up to its balance; the same charge again changes nothing. A charge is demonstration where its reserve is. */
export async function chargeReserve(manager: EntityManager, input: ChargeReserveInput): Promise<ReserveRecord> {
  const { reference, localAuthority: localAuthorityCode, reviewReference, amountPence, chargedOn } = input;
  refuseFor(
    reference.trim() === '' && problem('reference', 'TEXT_BLANK', 'reference is blank. Give the charge a reference.'),
    reviewReference.trim() === '' &&
      problem('reviewReference', 'TEXT_BLANK', 'Reserves pay for practice reviews. Give the reference of the review.'),
    amountPence <= 0 && problem('amountPence', 'AMOUNT_NOT_POSITIVE', 'amountPence must be more than 0.'),
    futureDay('chargedOn', chargedOn, 'A charge'),
  );
  await lockKey(manager, `charge/${reference}`);
  await lockKey(manager, `reserve/${localAuthorityCode}`);
  const wanted = { localAuthorityCode, reviewReference, amountPence, chargedOn };
  const recorded = await manager.findOneBy(ReviewChargeRecord, { reference });
  refuseFor(
    recorded !== null &&
      changedFields(recorded, wanted).length > 0 &&
      problem(
        'reference',
        'REFERENCE_TAKEN',
        `The reference ${reference} stands for another charge. Use one of its own.`,
      ),
  );
  const reserve = await reserveWithCharges(manager, localAuthorityCode);
  if (recorded) return reserve!;

  const balance = reserve ? balanceOf(reserve, reserve.charges) : 0;
  refuseFor(
    reserve === null &&
      problem(
        'localAuthority',
        'LOCAL_AUTHORITY_UNKNOWN',
        `No reserve of ${localAuthorityCode} is recorded here. Open it first, or correct the GSS code.`,
      ),
    reserve !== null &&
      amountPence > balance &&
      problem(
        'amountPence',
        'ABOVE_BALANCE',
        `The reserve of ${localAuthorityCode} holds ${balance} pence. Charge no more, or charge the rest elsewhere.`,
      ),
  );
  await manager.insert(ReviewChargeRecord, { ...wanted, reference, isSynthetic: reserve!.isSynthetic });
  return (await reserveWithCharges(manager, localAuthorityCode))!;
}
