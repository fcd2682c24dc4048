import { sumOfPence, type AgreeInstalmentsInput } from '@hub/contract';
import { check, problem, sameReference, type Check } from '@hub/subgraph-kit';
import type { EntityManager, EntityTarget, FindOptionsWhere, ObjectLiteral } from 'typeorm';
import { InstalmentPaymentRecord } from './instalment-payment-row';

const MOST = 12;

/** What instalments must keep to, whatever was pledged. */
export const instalmentChecks: readonly Check<AgreeInstalmentsInput>[] = [
  check('INSTALMENTS_MISSING', 'instalments', ({ instalments }) => {
    return instalments.length === 0 && 'instalments is empty. Give each day with its amount.';
  }),
  check('TOO_MANY', 'instalments', ({ instalments }) => {
    return instalments.length > MOST && `A contribution is paid in up to ${MOST} instalments. Give fewer.`;
  }),
  check('AMOUNT_NOT_POSITIVE', 'instalments', ({ instalments }) => {
    return instalments.some(({ amountPence }) => amountPence <= 0) && 'Each amountPence must be more than 0.';
  }),
  check('DUE_TWICE', 'instalments', ({ instalments }) => {
    const days = instalments.map(({ dueOn }) => dueOn);
    const twice = days.find((day, place) => days.indexOf(day) < place);
    return twice !== undefined && `Two instalments are due on ${twice}. Give them as one, or on two days.`;
  }),
];

/**
 * Together, instalments are what was pledged.
 *
 * @param contribution - the table that holds the pledge.
 * @param pledgeIt - how a pledge is recorded, as `recordPledge`.
 */
export const areThePledge = <Row extends ObjectLiteral & { pledgedPence: number | null }>(
  contribution: EntityTarget<Row>,
  pledgeIt: string,
): Check<AgreeInstalmentsInput> => ({
  codes: ['PLEDGE_MISSING', 'NOT_THE_PLEDGE'],
  async problems({ reference, instalments }, manager) {
    const { pledgedPence } = await manager.findOneByOrFail(contribution, { reference } as never);
    const sum = sumOfPence(instalments);
    if (pledgedPence === null) {
      return [
        problem('reference', 'PLEDGE_MISSING', `Nothing is pledged under ${reference}. Record it by ${pledgeIt}.`),
      ];
    }
    const remedy = 'Give instalments that add up to that.';
    const message = `${pledgedPence} pence are pledged, and the instalments are ${sum}. ${remedy}`;
    return [sum !== pledgedPence && problem('instalments', 'NOT_THE_PLEDGE', message)];
  },
});

/** A pledge stands while instalments of it are agreed. */
export const isInNoInstalments = check<{ reference: string; agreedInstalments: object | null }>(
  'INSTALMENTS_AGREED',
  'reference',
  ({ agreedInstalments }) =>
    agreedInstalments !== null &&
    'Instalments of what was pledged are agreed. Withdraw those by withdrawInstalmentAgreement first.',
);

/** Whether a contribution is paid in instalments. */
export const isPaidInInstalments = (
  manager: EntityManager,
  reference: string,
  more: FindOptionsWhere<InstalmentPaymentRecord> = {},
): Promise<boolean> =>
  manager.existsBy(InstalmentPaymentRecord, {
    ...more,
    contributionReference: sameReference('contribution', reference),
  });
