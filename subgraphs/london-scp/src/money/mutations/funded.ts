import { notBlank, positive, check, problem, type Check } from '@hub/subgraph-kit';
import type { EntityManager } from 'typeorm';
import {
  decisionNamed,
  decisionReferenceOf,
  ExecutiveDecisionRecord,
} from '../../governance/decisions/decision-records';
import { DecisionKind } from '../../governance/decisions/decision-kind';
import { finalDecision } from '../../governance/decisions/final-decision';
import { refuseDemonstrationDecision } from '../../governance/decisions/refuse-demonstration-decision';
import { SignOffRecord } from '../../governance/decisions/sign-off-record';
import { AllocationRecord } from '../allocation-row';
import { ExpenditureRecord } from '../expenditure-row';
import { requireOpenYear, staysInOpenYear } from './financial-years';

/** What spending and allocation have in common: money of a year that rests on a funding decision. */
export interface Funded {
  reference: string;
  financialYear: string;
  amountPence: number;
  decisionReference: string;
}

/**
 * What both must say.
 *
 * @param noun - as `expenditure`.
 * @param purpose - the field that says what the money is for.
 */
export const fundedChecks = (noun: string, purpose: string): Check<Funded>[] => [
  notBlank('reference', purpose),
  positive('amountPence'),
  check<Funded>('DECISION_MISSING', 'decisionReference', ({ decisionReference }) => {
    return decisionReference === '' && `An ${noun} needs a funding decision of the Executive. Name it.`;
  }),
];

/**
 * Money that rests on a funding decision which the three sectors signed off, within the sum of that decision (LON-33): what
 * is spent and what is allocated count together. The year is open, and stays so until the money is recorded.
 *
 * @param dateField - the field that says when.
 * @param tooEarly - the code for a day before the decision.
 */
export const isFunded = (noun: string, dateField: string, tooEarly: string): Check<Funded> => ({
  codes: [
    ...['YEAR_NOT_OPENED', 'YEAR_CLOSED', 'DECISION_UNKNOWN', 'DECISION_OF_OTHER_KIND', 'DECISION_NOT_SIGNED_OFF'],
    ...['DECISION_IS_DEMONSTRATION', tooEarly, 'DECISION_WITHOUT_AMOUNT', 'ABOVE_DECISION'],
  ],
  async problems(input, manager) {
    const { financialYear, amountPence, decisionReference } = input;
    await requireOpenYear(manager, financialYear, 'financialYear');
    const decision = await finalDecision(manager, decisionReference, DecisionKind.FUNDING);
    refuseDemonstrationDecision(decision, { isSynthetic: false });
    const { amountPence: agreed } = decision;
    const left = (agreed ?? 0) - (await takenFrom(manager, decisionReference));
    return [
      String((input as object as Record<string, unknown>)[dateField]) < decision.finalOn &&
        problem(
          dateField,
          tooEarly,
          `The decision ${decisionReference} was signed off on ${decision.finalOn}. Record the ${noun} on or after that day.`,
        ),
      agreed === null &&
        problem(
          'decisionReference',
          'DECISION_WITHOUT_AMOUNT',
          `The decision ${decisionReference} states no sum. Name a funding decision that does.`,
        ),
      agreed !== null &&
        amountPence > left &&
        problem(
          'amountPence',
          'ABOVE_DECISION',
          `Of the ${agreed} pence agreed by ${decisionReference}, ${left} are left. Record no more, or decide anew.`,
        ),
    ];
  },
});

/** The decision and its sign-offs stay as they are while money rests on them, and the money once its year is closed. */
export const restsOnDecision = {
  names: { decisionReference: decisionNamed },
  restsOn: [
    {
      on: ExecutiveDecisionRecord,
      where: ({ reference: decisionReference }: ExecutiveDecisionRecord) => ({ decisionReference }),
    },
    {
      on: SignOffRecord,
      where: ({ decisionId }: SignOffRecord) => ({ decisionReference: decisionReferenceOf(decisionId) }),
    },
  ],
  mayChange: [staysInOpenYear],
};

/** The sum, in pence, of what has been spent and allocated on a decision. */
async function takenFrom(manager: EntityManager, decisionReference: string): Promise<number> {
  const spent = await manager.sum(ExpenditureRecord, 'amountPence', { decisionReference });
  const allocated = await manager.sum(AllocationRecord, 'amountPence', { decisionReference });
  return Number(spent ?? 0) + Number(allocated ?? 0);
}
