import { ContributionKind, type UserError } from '@hub/contract';
import { problem, type Check } from '@hub/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { ExpenditureRecord } from './expenditure-row';
import { type PooledContributionRecord } from './pooled-contribution-row';

/** The sum, in pence, of what has really been spent in a year. */
export async function spentIn(manager: EntityManager, financialYear: string): Promise<number> {
  return Number((await manager.sum(ExpenditureRecord, 'amountPence', { financialYear, isSynthetic: false })) ?? 0);
}

/**
 * The sum, in pence, of what there really was to spend in a year: what was received in money, at once or in instalments, and
 * what was carried into it. What is given in kind cannot be spent.
 */
export async function fundsOf(manager: EntityManager, financialYear: string): Promise<number> {
  const [{ pence }] = await manager.query<[{ pence: string }]>(
    `SELECT coalesce(sum(pence), 0) AS pence FROM (
       SELECT received_pence FROM pooled_contribution
         WHERE financial_year = $1 AND kind = $2 AND NOT is_synthetic
       UNION ALL SELECT amount_pence FROM instalment_payment payment
         JOIN pooled_contribution one ON one.reference = payment.contribution_reference
         WHERE one.financial_year = $1 AND one.kind = $2 AND NOT payment.is_synthetic
       UNION ALL SELECT amount_pence FROM carry_forward WHERE to_year = $1 AND NOT is_synthetic) AS funds (pence)`,
    [financialYear, ContributionKind.CASH],
  );
  return Number(pence);
}

/** What is left of a year, in pence, by real records. */
export async function leftIn(manager: EntityManager, financialYear: string): Promise<number> {
  return (await fundsOf(manager, financialYear)) - (await spentIn(manager, financialYear));
}

/** Nothing that was spent in a year rests on so much of its funds. */
export async function isUnspentIn(
  manager: EntityManager,
  financialYear: string,
  pence: number,
  field = 'reference',
): Promise<readonly (UserError | false)[]> {
  const message = `What was spent in ${financialYear} rests on it. Withdraw that by withdrawExpenditure first.`;
  return [pence > (await leftIn(manager, financialYear)) && problem(field, 'ABOVE_RECEIPTS', message)];
}

/** Nothing that was spent rests on what was received on a contribution. */
export const isUnspent: Check<PooledContributionRecord> = {
  codes: ['ABOVE_RECEIPTS'],
  problems: ({ financialYear, kind, receivedPence }, manager) =>
    isUnspentIn(manager, financialYear, kind === ContributionKind.CASH ? (receivedPence ?? 0) : 0),
};
