import { Contribution } from '@hub/contract';
import { check, defineRecord, ownReference } from '@hub/subgraph-kit';
import { contribution, ContributionRecord } from './contribution-record';
import { areThePledge } from './instalment-checks';
import { agreesInstalments, paysInInstalments } from './instalment-definitions';

const contributionNamed = ownReference(
  contribution,
  'CONTRIBUTION_UNKNOWN',
  'Record the contribution by recordContribution',
);
const answers = { as: 'contribution', type: Contribution, what: 'The contribution' };

/** The instalments in which a pledge is to be paid, once a contribution. */
export const instalmentAgreement = defineRecord({
  ...agreesInstalments,
  row: ContributionRecord,
  table: 'contribution',
  partOf: { of: contribution, open: { agreedInstalments: null } },
  order: { id: 'ASC' },
  description: 'Records the instalments in which a contribution is to be paid; together they are what was pledged.',
  answers: { ...answers, result: 'agreeing instalments', nothing: 'agreed' },
  names: { reference: contributionNamed },
  requires: [areThePledge(ContributionRecord, 'recordContribution')],
});

/** Payments of a contribution that is paid in several, once a reference. */
export const instalmentPayment = defineRecord({
  ...paysInInstalments,
  description: 'Records a payment of a contribution that is paid in instalments.',
  answers: { ...answers, result: 'recording a payment' },
  names: { contributionReference: contributionNamed },
  requires: [
    check('PAID_AT_ONCE', 'contributionReference', async ({ contributionReference: reference }, manager) => {
      const { paidPence } = await manager.findOneByOrFail(ContributionRecord, { reference });
      const remedy = 'Correct that to nothing by correctContribution first.';
      return paidPence !== null && `${reference} was paid in one payment of ${paidPence} pence. ${remedy}`;
    }),
  ],
  restsOn: [
    {
      on: ContributionRecord,
      where: ({ reference: contributionReference }: ContributionRecord) => ({ contributionReference }),
    },
  ],
  answer: ({ contributionReference: reference }, manager) =>
    manager.findOneOrFail(ContributionRecord, { where: { reference }, relations: { agency: true } }),
});
