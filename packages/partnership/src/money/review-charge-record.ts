import { ChargeReserveInput, Reserve, ReviewCharge } from '@hub/contract';
import { defineRecord, findRow, notBlank, positive, problem, type Check } from '@hub/subgraph-kit';
import { reserve, ReserveRecord } from './reserve-record';

/** A charge on a reserve as stored. */
export class ReviewChargeRecord extends ReviewCharge {
  /** GSS code of the local authority whose reserve is charged. */
  localAuthorityCode!: string;
}

/** All charges together stay within the balance of the reserve. */
const isCovered: Check<ChargeReserveInput> = {
  codes: ['LOCAL_AUTHORITY_UNKNOWN', 'RESERVE_IS_DEMONSTRATION', 'ABOVE_BALANCE'],
  async problems({ localAuthority: localAuthorityCode, amountPence }, manager) {
    const held = await findRow(manager, reserve, { localAuthorityCode });
    const charged = await manager.sum(ReviewChargeRecord, 'amountPence', { localAuthorityCode, isSynthetic: false });
    const balance = (held?.openingPence ?? 0) - Number(charged ?? 0);
    return [
      held === null &&
        problem(
          'localAuthority',
          'LOCAL_AUTHORITY_UNKNOWN',
          `No reserve of ${localAuthorityCode} is recorded here. Open it first, or correct the GSS code.`,
        ),
      held?.isSynthetic === true &&
        problem(
          'localAuthority',
          'RESERVE_IS_DEMONSTRATION',
          `The reserve of ${localAuthorityCode} is demonstration data, which pays for nothing real. Open the reserve first.`,
        ),
      held?.isSynthetic === false &&
        amountPence > balance &&
        problem(
          'amountPence',
          'ABOVE_BALANCE',
          `The reserve of ${localAuthorityCode} holds ${balance} pence. Charge no more, or charge the rest elsewhere.`,
        ),
    ];
  },
};

/** Practice reviews charged to reserves, once a reference. */
export const reviewCharge = defineRecord({
  row: ReviewChargeRecord,
  table: 'review_charge',
  stored: { localAuthorityCode: 'text', reference: { type: 'text', primary: true } },
  order: { chargedOn: 'ASC', reference: 'ASC' },
  mutation: 'chargeReserve',
  clauses: ['TRI-55'],
  description: 'Charges a cost of a practice review to the reserve of a local authority, up to its balance (TRI-55).',
  input: ChargeReserveInput,
  about: 'The charge.',
  answers: {
    ...{ as: 'reserve', type: Reserve, what: 'The reserve after the charge' },
    ...{ result: 'charging a reserve', nothing: 'charged' },
  },
  by: ['reference'],
  content: ({ localAuthority, reviewReference, amountPence, chargedOn }) => ({
    ...{ localAuthorityCode: localAuthority, reviewReference, amountPence, chargedOn },
  }),
  named: ({ reference }) => `The charge ${reference}`,
  checks: [notBlank('reference', 'reviewReference'), positive('amountPence')],
  requires: [isCovered],
  restsOn: [{ on: ReserveRecord, where: ({ localAuthorityCode }: ReserveRecord) => ({ localAuthorityCode }) }],
  demonstration: 'displaces',
  answer: ({ localAuthorityCode }, manager) => manager.findOneByOrFail(ReserveRecord, { localAuthorityCode }),
});
