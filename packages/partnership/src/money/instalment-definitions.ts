import { AgreeInstalmentsInput, RecordInstalmentPaymentInput } from '@hub/contract';
import { notBlank, positive } from '@hub/subgraph-kit';
import { instalmentChecks } from './instalment-checks';
import { InstalmentPaymentRecord } from './instalment-payment-row';

/** What an agreement on instalments says in the books of whoever keeps them. */
export const agreesInstalments = {
  name: 'InstalmentAgreement',
  mutation: 'agreeInstalments',
  input: AgreeInstalmentsInput,
  about: 'The instalments.',
  by: ['reference'],
  // Who withdraws an agreement gives none.
  content: ({ instalments = [] }: Partial<AgreeInstalmentsInput>) => ({
    agreedInstalments: instalments
      .map(({ dueOn, amountPence }) => ({ dueOn, amountPence }))
      .sort((one, other) => (one.dueOn < other.dueOn ? -1 : 1)),
  }),
  named: ({ reference }: AgreeInstalmentsInput) => `The instalments of ${reference}`,
  taken: { field: 'instalments', code: 'ALREADY_RECORDED' },
  checks: instalmentChecks,
  demonstration: 'follows',
} as const;

/** What a payment of several says in the books of whoever keeps them. */
export const paysInInstalments = {
  row: InstalmentPaymentRecord,
  table: 'instalment_payment',
  stored: { reference: { type: 'text', primary: true }, contributionReference: 'text' },
  order: { paidOn: 'ASC', reference: 'ASC' },
  mutation: 'recordInstalmentPayment',
  input: RecordInstalmentPaymentInput,
  about: 'The payment.',
  by: ['reference'],
  content: ({ reference: _, ...content }: RecordInstalmentPaymentInput) => content,
  named: ({ reference }: RecordInstalmentPaymentInput) => `The payment ${reference}`,
  checks: [notBlank('reference'), positive('amountPence')],
  demonstration: 'displaces',
} as const;
