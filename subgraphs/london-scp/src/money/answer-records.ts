import { isInNoInstalments, isPaidInInstalments } from '@hub/partnership';
import { check, defineRecord, nameOf, notNegative, positive } from '@hub/subgraph-kit';
import { RecordPledgeInput, RecordReceiptInput } from './mutations/contribution-inputs';
import { staysInOpenYear } from './mutations/financial-years';
import { PooledContributionPayload } from './mutations/payloads';
import { isOfOpenYear } from './of-open-year';
import { pooledContribution } from './pooled-contribution-record';
import { PooledContributionRecord } from './pooled-contribution-row';
import { isUnspent } from './real-sums';

const invitationNamed = nameOf(
  PooledContributionRecord,
  'reference',
  'REFERENCE_UNKNOWN',
  (reference) =>
    `No contribution was invited under ${JSON.stringify(reference)}. Invite it by inviteContribution, or correct the reference.`,
);

/** What is recorded on an invitation, once each. */
const onInvitation = {
  row: PooledContributionRecord,
  table: 'pooled_contribution',
  order: { reference: 'ASC' },
  answers: { as: 'contribution', payload: PooledContributionPayload },
  scope: 'budget:write',
  names: { reference: invitationNamed },
  by: ['reference'],
  demonstration: 'follows',
} as const;

/** What agencies answered; zero is an answer. */
export const pledge = defineRecord({
  ...onInvitation,
  name: 'Pledge',
  partOf: { of: pooledContribution, open: { pledgedPence: null } },
  mutation: 'recordPledge',
  description:
    'Records what an agency pledged; zero is an answer. ' +
    'Recorded on a demonstration record it is demonstration too, and goes with it.',
  input: RecordPledgeInput,
  about: 'The pledge.',
  content: ({ pledgedPence }) => ({ pledgedPence }),
  named: ({ reference }) => `The pledge under ${reference}`,
  taken: { field: 'pledgedPence', code: 'ALREADY_RECORDED' },
  checks: [notNegative('pledgedPence')],
  requires: [isOfOpenYear('reference')],
  mayChange: [staysInOpenYear, isInNoInstalments],
});

/** What London Councils received (LON-32). */
export const receipt = defineRecord({
  ...onInvitation,
  name: 'Receipt',
  partOf: { of: pooledContribution, open: { receivedPence: null, receivedOn: null } },
  mutation: 'recordReceipt',
  description:
    'Records what London Councils received (LON-32). ' +
    'Recorded on a demonstration record it is demonstration too, and goes with it.',
  input: RecordReceiptInput,
  about: 'The receipt.',
  content: ({ receivedPence, receivedOn }) => ({ receivedPence, receivedOn }),
  named: ({ reference }) => `The receipt under ${reference}`,
  taken: { field: 'receivedPence', code: 'ALREADY_RECORDED' },
  checks: [positive('receivedPence')],
  requires: [
    isOfOpenYear('reference'),
    check<RecordReceiptInput>('PAID_IN_INSTALMENTS', 'reference', async ({ reference }, manager) => {
      const isPaid = await isPaidInInstalments(manager, reference);
      return isPaid && `${reference} is paid in instalments. Record the receipt by recordInstalmentPayment.`;
    }),
  ],
  mayChange: [staysInOpenYear, isUnspent],
});
