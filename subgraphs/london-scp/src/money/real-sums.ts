import { ContributionKind } from '@hub/contract';
import { problem, type Check } from '@hub/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { ExpenditureRecord } from './expenditure-row';
import { PooledContributionRecord } from './pooled-contribution-row';

/** The sum, in pence, of what has really been spent in a year. */
export async function spentIn(manager: EntityManager, financialYear: string): Promise<number> {
  return Number((await manager.sum(ExpenditureRecord, 'amountPence', { financialYear, isSynthetic: false })) ?? 0);
}

/** The sum, in pence, of what was really received in money: what is given in kind cannot be spent. */
export async function receivedIn(manager: EntityManager, financialYear: string): Promise<number> {
  const contributions = await manager.findBy(PooledContributionRecord, {
    ...{ financialYear, kind: ContributionKind.CASH, isSynthetic: false },
  });
  return contributions.reduce((sum, { receivedPence }) => sum + (receivedPence ?? 0), 0);
}

/** Nothing that was spent rests on what was received on a contribution. */
export const isUnspent: Check<PooledContributionRecord> = {
  codes: ['ABOVE_RECEIPTS'],
  async problems({ financialYear, kind, receivedPence }, manager) {
    const received = kind === ContributionKind.CASH ? (receivedPence ?? 0) : 0;
    const left = (await receivedIn(manager, financialYear)) - (await spentIn(manager, financialYear));
    const message = `What was spent in ${financialYear} rests on it. Withdraw that by withdrawExpenditure first.`;
    return [received > left && problem('reference', 'ABOVE_RECEIPTS', message)];
  },
};
