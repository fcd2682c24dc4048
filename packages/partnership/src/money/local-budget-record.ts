import { ApproveLocalBudgetInput, LocalBudget } from '@hub/contract';
import { defineRecord, notBlank, notNegative } from '@hub/subgraph-kit';

/** An annual budget as stored. */
export class LocalBudgetRecord extends LocalBudget {
  financialYear!: string;
}

/** Approved budgets, once a financial year. */
export const localBudget = defineRecord({
  row: LocalBudgetRecord,
  table: 'local_budget',
  stored: { financialYear: { type: 'text', primary: true } },
  order: { financialYear: 'ASC' },
  mutation: 'approveLocalBudget',
  clauses: ['HAV-08'],
  description: 'Records the annual budget that the partnership approved (HAV-08): one a financial year.',
  input: ApproveLocalBudgetInput,
  about: 'The budget.',
  answers: { as: 'localBudget', type: LocalBudget, what: 'The budget approved', result: 'approving a budget' },
  by: ['financialYear'],
  content: ({ approvedPence, decisionReference, approvedOn }) => ({ approvedPence, decisionReference, approvedOn }),
  named: ({ financialYear }) => `The budget of ${financialYear}`,
  taken: { code: 'ALREADY_RECORDED' },
  checks: [notBlank('decisionReference'), notNegative('approvedPence')],
  demonstration: 'displaces',
});
