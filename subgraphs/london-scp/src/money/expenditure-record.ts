import { check, defineRecord } from '@hub/subgraph-kit';
import { ExpenditureRecord } from './expenditure-row';
import { fundedChecks, isFunded, restsOnDecision } from './mutations/funded';
import { ExpenditurePayload } from './mutations/payloads';
import { RecordExpenditureInput } from './mutations/record-expenditure-input';
import { fundsOf, spentIn } from './real-sums';

/**
 * Money spent, once a reference, and not beyond what its year received or was carried into it (LON-33). Demonstration receipts pay for nothing
 * real, and demonstration spending takes nothing real away.
 */
export const expenditure = defineRecord({
  row: ExpenditureRecord,
  table: 'expenditure',
  stored: { financialYear: 'text', reference: { type: 'text', primary: true } },
  order: { spentOn: 'ASC', reference: 'ASC' },
  mutation: 'recordExpenditure',
  clauses: ['LON-32', 'LON-33'],
  description:
    'Records money spent, on a funding decision that the three sectors signed off (LON-33). ' +
    'What is spent and what is allocated on a decision stay together within its sum, and demonstration receipts cover no spending.',
  input: RecordExpenditureInput,
  about: 'The expenditure.',
  answers: { as: 'expenditure', payload: ExpenditurePayload },
  scope: 'budget:write',
  by: ['reference'],
  content: ({ reference: _, ...content }) => content,
  named: ({ reference }) => `The expenditure ${reference}`,
  checks: fundedChecks('expenditure', 'description'),
  requires: [
    isFunded('expenditure', 'spentOn', 'SPENT_BEFORE_DECISION'),
    check<RecordExpenditureInput>('ABOVE_RECEIPTS', 'amountPence', async ({ financialYear, amountPence }, manager) => {
      const funds = await fundsOf(manager, financialYear);
      const left = funds - (await spentIn(manager, financialYear));
      return (
        amountPence > left &&
        `Of the ${funds} real pence received in ${financialYear} or carried into it, ${left} are left. Spend no more, or record the receipts first.`
      );
    }),
  ],
  ...restsOnDecision,
  demonstration: 'displaces',
});
