import { ContributionKind } from '@hub/contract';
import { problem } from '@hub/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { ExpenditureRecord } from '../pooled-budget-records';
import { PooledContributionRecord } from '../pooled-contribution-record';
import { recordFunded } from './funded';
import type { RecordExpenditureInput } from './record-expenditure-input';

const EXPENDITURE = {
  record: ExpenditureRecord,
  noun: 'expenditure',
  purposeField: 'description',
  dateField: 'spentOn',
  tooEarly: 'SPENT_BEFORE_DECISION',
} as const;

/**
 * Records money spent in an open year, on a funding decision and within its sum, and not beyond what the year received
 * (LON-33). Demonstration receipts pay for nothing real, and demonstration spending takes nothing real away.
 */
export function recordExpenditure(manager: EntityManager, input: RecordExpenditureInput): Promise<ExpenditureRecord> {
  const { financialYear, amountPence } = input;
  return recordFunded(manager, EXPENDITURE, input, async () => {
    const received = await receivedIn(manager, financialYear);
    const left = received - (await spentIn(manager, financialYear));
    return (
      amountPence > left &&
      problem(
        'amountPence',
        'ABOVE_RECEIPTS',
        `Of the ${received} real pence received in ${financialYear}, ${left} are left. Spend no more, or record the receipts first.`,
      )
    );
  });
}

/** The sum, in pence, of what has really been spent in a year. */
async function spentIn(manager: EntityManager, financialYear: string): Promise<number> {
  return Number((await manager.sum(ExpenditureRecord, 'amountPence', { financialYear, isSynthetic: false })) ?? 0);
}

/** The sum, in pence, of what was really received in money: what is given in kind cannot be spent. */
async function receivedIn(manager: EntityManager, financialYear: string): Promise<number> {
  const contributions = await manager.findBy(PooledContributionRecord, {
    ...{ financialYear, kind: ContributionKind.CASH, isSynthetic: false },
  });
  return contributions.reduce((sum, { receivedPence }) => sum + (receivedPence ?? 0), 0);
}
