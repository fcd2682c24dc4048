import type { ApproveLocalBudgetInput } from '@hub/contract';
import { futureDay, problem, recordOnce, refuseFor } from '@hub/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { LocalBudgetRecord } from './local-budget-record';

/** Records the budget of a financial year; the same again changes nothing, another is refused. */
export async function approveLocalBudget(
  manager: EntityManager,
  input: ApproveLocalBudgetInput,
): Promise<LocalBudgetRecord> {
  const { financialYear, approvedPence, decisionReference, approvedOn } = input;
  refuseFor(
    approvedPence < 0 && problem('approvedPence', 'NEGATIVE_AMOUNT', 'approvedPence must be 0 or more.'),
    decisionReference.trim() === '' &&
      problem(
        'decisionReference',
        'TEXT_BLANK',
        'A budget needs the decision that approved it. Give decisionReference.',
      ),
    futureDay('approvedOn', approvedOn, 'An approval'),
  );
  return recordOnce(manager, {
    record: LocalBudgetRecord,
    key: { financialYear },
    content: { approvedPence, decisionReference, approvedOn },
    taken: (changed) =>
      problem(
        'financialYear',
        'ALREADY_RECORDED',
        `The budget of ${financialYear} is recorded with another ${changed.join(', ')}. A year has one budget; check the year.`,
      ),
  });
}
