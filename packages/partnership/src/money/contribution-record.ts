import { Contribution, RecordContributionInput, type Instalment } from '@hub/contract';
import { check, defineRecord, notBlank, notNegative } from '@hub/subgraph-kit';
import { agencyColumn, agencyNamed, withOwnAgency } from '../governance/agency-record';
import { isInNoInstalments, isPaidInInstalments } from './instalment-checks';
import { projectChecks } from './project-checks';

/** A contribution as stored. */
export class ContributionRecord extends Contribution {
  /** By day; null where none are agreed. */
  agreedInstalments!: Instalment[] | null;
}

/** Payments of the demonstration give way with their contribution. */
const OWN = { isSynthetic: false };

/** The lines of the ledger, once a reference. A pledge comes first, its payment later. */
export const contribution = defineRecord({
  row: ContributionRecord,
  table: 'contribution',
  stored: { agency: agencyColumn, agreedInstalments: { type: 'jsonb', nullable: true } },
  order: { id: 'ASC' },
  mutation: 'recordContribution',
  clauses: ['LAM-07', 'TRI-54', 'TRI-56'],
  description:
    'Records a contribution in the ledger. What is null can be filled in later under the same reference; what is recorded stands. ' +
    'A demonstration record of the same reference gives way.',
  input: RecordContributionInput,
  about: 'The contribution.',
  answers: {
    ...{ as: 'contribution', type: Contribution },
    ...{ what: 'The contribution recorded', result: 'recording a contribution' },
  },
  read: withOwnAgency,
  names: { agencyId: agencyNamed },
  by: ['reference'],
  content: ({ reference: _, agencyId, ...input }) => ({
    ...{ ...input, agency: { id: agencyId }, project: input.project ?? null },
    ...{ pledgedPence: input.pledgedPence ?? null, paidPence: input.paidPence ?? null, paidOn: input.paidOn ?? null },
  }),
  derived: ({ reference }) => ({ id: reference }),
  filledLater: ['pledgedPence', 'paidPence', 'paidOn'],
  named: ({ reference }) => `The contribution ${reference}`,
  checks: [
    notBlank('reference'),
    ...projectChecks,
    notNegative('pledgedPence', 'paidPence'),
    check<RecordContributionInput>('DATE_MISSING', 'paidOn', ({ paidPence, paidOn }) => {
      return (paidPence ?? 0) > 0 && !paidOn && 'A payment needs the day it was paid. Give paidOn.';
    }),
    check<RecordContributionInput>('AMOUNT_MISSING', 'paidPence', ({ paidPence, paidOn }) => {
      const isMissing = typeof paidOn === 'string' && typeof paidPence !== 'number';
      return isMissing && 'A day of payment needs the amount. Give paidPence.';
    }),
    check<RecordContributionInput>('PAID_IN_INSTALMENTS', 'paidPence', async ({ reference, paidPence }, manager) => {
      const isPaid = typeof paidPence === 'number' && (await isPaidInInstalments(manager, reference, OWN));
      return (
        isPaid && 'It is paid in instalments. Leave paidPence out, and record payments by recordInstalmentPayment.'
      );
    }),
  ],
  mayChange: [isInNoInstalments],
  demonstration: 'displaces',
});
