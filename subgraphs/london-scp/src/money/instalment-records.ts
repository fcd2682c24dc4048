import { agreesInstalments, areThePledge, type InstalmentPaymentRecord, paysInInstalments } from '@hub/partnership';
import { check, defineRecord, ownReference, type Check } from '@hub/subgraph-kit';
import { staysInOpenYear } from './mutations/financial-years';
import { PooledContributionPayload } from './mutations/payloads';
import { isOfOpenYear } from './of-open-year';
import { pooledContribution } from './pooled-contribution-record';
import { PooledContributionRecord } from './pooled-contribution-row';
import { isUnspent } from './real-sums';

const contributionNamed = ownReference(
  pooledContribution,
  'REFERENCE_UNKNOWN',
  'Invite the contribution by inviteContribution',
);
const answers = { as: 'contribution', payload: PooledContributionPayload };

/** The instalments in which a pledge is to be paid, once an invitation. */
export const pooledInstalmentAgreement = defineRecord({
  ...agreesInstalments,
  row: PooledContributionRecord,
  table: 'pooled_contribution',
  partOf: { of: pooledContribution, open: { agreedInstalments: null } },
  order: { reference: 'ASC' },
  description: 'Records the instalments in which a contribution is to be paid; together they are what was pledged.',
  answers,
  scope: 'budget:write',
  names: { reference: contributionNamed },
  requires: [isOfOpenYear('reference'), areThePledge(PooledContributionRecord, 'recordPledge')],
  mayChange: [staysInOpenYear],
});

/** A rule of the contribution that a payment belongs to. */
const ofContribution = ({ codes, problems }: Check<PooledContributionRecord>): Check<InstalmentPaymentRecord> => ({
  codes,
  async problems({ contributionReference: reference, amountPence: receivedPence }, manager) {
    const contribution = await manager.findOneByOrFail(PooledContributionRecord, { reference });
    return problems({ ...contribution, receivedPence }, manager);
  },
});

/** What London Councils received in instalments, once a reference (LON-32). */
export const pooledInstalmentPayment = defineRecord({
  ...paysInInstalments,
  clauses: ['LON-32'],
  description: 'Records what London Councils received of a contribution that is paid in instalments (LON-32).',
  answers,
  scope: 'budget:write',
  names: { contributionReference: contributionNamed },
  requires: [
    isOfOpenYear('contributionReference'),
    check('PAID_AT_ONCE', 'contributionReference', async ({ contributionReference: reference }, manager) => {
      const { receivedPence } = await manager.findOneByOrFail(PooledContributionRecord, { reference });
      const remedy = 'Withdraw that by withdrawReceipt first.';
      return receivedPence !== null && `${reference} was received as one sum of ${receivedPence} pence. ${remedy}`;
    }),
  ],
  restsOn: [
    {
      on: PooledContributionRecord,
      where: ({ reference }: PooledContributionRecord) => ({ contributionReference: reference }),
    },
  ],
  mayChange: [ofContribution(staysInOpenYear), ofContribution(isUnspent)],
  answer: ({ contributionReference: reference }, manager) =>
    manager.findOneByOrFail(PooledContributionRecord, { reference }),
});
