import { ContributionKind } from '@hub/contract';
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
