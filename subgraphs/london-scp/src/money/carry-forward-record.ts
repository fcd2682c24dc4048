import { nextFinancialYear } from '@hub/contract';
import { defineRecord, positive, problem, type Check } from '@hub/subgraph-kit';
import { DecisionKind } from '../governance/decisions/decision-kind';
import { finalDecision } from '../governance/decisions/final-decision';
import { refuseDemonstrationDecision } from '../governance/decisions/refuse-demonstration-decision';
import { BudgetStatus } from './budget-status';
import { CarryForward } from './carry-forward';
import { CarryForwardRecord } from './carry-forward-row';
import { CarryForwardInput } from './mutations/carry-forward-input';
import { requireOpenYear } from './mutations/financial-years';
import { restsOnDecision } from './mutations/funded';
import { PooledBudgetRecord } from './pooled-budget-record';
import { isUnspentIn, leftIn } from './real-sums';

/** A year that is closed, as it has been since, and no more than was left of it. */
const isLeftOfClosedYear: Check<CarryForwardInput> = {
  codes: ['YEAR_NOT_CLOSED', 'CARRIED_BEFORE_CLOSE', 'ABOVE_BALANCE'],
  async problems({ fromYear: financialYear, carriedOn, amountPence }, manager) {
    const year = await manager.findOneBy(PooledBudgetRecord, { financialYear });
    if (year?.status !== BudgetStatus.CLOSED) {
      const message = `The books of ${financialYear} are not closed. Close them by closeFinancialYear first.`;
      return [problem('fromYear', 'YEAR_NOT_CLOSED', message)];
    }
    const { closedOn } = year;
    const left = await leftIn(manager, financialYear);
    return [
      carriedOn < closedOn! &&
        problem(
          'carriedOn',
          'CARRIED_BEFORE_CLOSE',
          `${financialYear} was closed on ${closedOn}. Give a day from then.`,
        ),
      amountPence > left &&
        problem(
          'amountPence',
          'ABOVE_BALANCE',
          `Of ${financialYear}, ${left} real pence are left. Carry no more forward.`,
        ),
    ];
  },
};

const isIntoOpenYear: Check<{ fromYear: string }> = {
  codes: ['YEAR_NOT_OPENED', 'YEAR_CLOSED'],
  async problems({ fromYear }, manager) {
    await requireOpenYear(manager, nextFinancialYear(fromYear), 'fromYear');
    return [];
  },
};

/** Where a decision agreed it, the three sectors had signed that off. */
const isAgreed: Check<CarryForwardInput> = {
  codes: ['DECISION_OF_OTHER_KIND', 'DECISION_NOT_SIGNED_OFF', 'DECISION_IS_DEMONSTRATION', 'CARRIED_BEFORE_DECISION'],
  async problems({ decisionReference, carriedOn }, manager) {
    if (!decisionReference) return [];
    const decision = await finalDecision(manager, decisionReference, DecisionKind.FUNDING);
    refuseDemonstrationDecision(decision, { isSynthetic: false });
    const message = `The decision was signed off on ${decision.finalOn}. Give a day from then.`;
    return [carriedOn < decision.finalOn && problem('carriedOn', 'CARRIED_BEFORE_DECISION', message)];
  },
};

/** What was left of a year and is carried into the next, once a year. */
export const carryForward = defineRecord({
  row: CarryForwardRecord,
  table: 'carry_forward',
  stored: { fromYear: { type: 'text', primary: true }, decisionReference: { type: 'text', nullable: true } },
  order: { fromYear: 'ASC' },
  mutation: 'carryForward',
  clauses: ['LON-32'],
  description: 'Carries what is left of a closed year into the next, once a year. It is no contribution of anybody.',
  input: CarryForwardInput,
  about: 'What is carried forward.',
  answers: {
    ...{ as: 'carryForward', type: CarryForward, what: 'What was carried forward' },
    result: 'carrying forward what is left of a year',
  },
  scope: 'budget:write',
  by: ['fromYear'],
  content: ({ amountPence, carriedOn, decisionReference }) => ({
    ...{ amountPence, carriedOn, decisionReference: decisionReference || null },
  }),
  derived: ({ fromYear }) => ({ toYear: nextFinancialYear(fromYear) }),
  named: ({ fromYear }) => `What was carried forward from ${fromYear}`,
  taken: { field: 'amountPence', code: 'ALREADY_RECORDED' },
  checks: [positive('amountPence')],
  requires: [isIntoOpenYear, isLeftOfClosedYear, isAgreed],
  names: restsOnDecision.names,
  restsOn: restsOnDecision.restsOn,
  mayChange: [
    isIntoOpenYear,
    {
      codes: ['ABOVE_RECEIPTS'],
      problems: ({ toYear, amountPence }, manager) => isUnspentIn(manager, toYear, amountPence, 'fromYear'),
    },
  ],
  demonstration: 'displaces',
});
