import { defineGroupLoader, defineLoader, wholeTable } from '@hub/subgraph-kit';
import { In } from 'typeorm';
import { LocalBudgetRecord } from './local-budget-record';
import { PublishedAccountRecord } from './published-account-record';
import { ReserveRecord } from './reserve-record';
import { ReviewChargeRecord } from './review-charge-record';
import { ContributionRecord } from './contribution-record';

/** The approved budget of a financial year, by year. */
export const localBudgetOfYear = defineLoader<string, LocalBudgetRecord>(async (years, context) => {
  const rows = await context.dataSource.getRepository(LocalBudgetRecord).findBy({ financialYear: In([...years]) });
  return new Map(rows.map((budget) => [budget.financialYear, budget]));
});

/** Every reserve: one a local authority of the partnership. */
export const reserves = wholeTable(ReserveRecord, { order: { localAuthorityCode: 'ASC' } });

/** Charges on a reserve by day, by the GSS code of its local authority. */
export const chargesOfReserve = defineGroupLoader<string, ReviewChargeRecord>(
  (codes, context) =>
    context.dataSource.getRepository(ReviewChargeRecord).find({
      where: { localAuthorityCode: In([...codes]) },
      order: { chargedOn: 'ASC', reference: 'ASC' },
    }),
  (charge) => charge.localAuthorityCode,
);

/** Published accounts in the order of the facts. */
export const publishedAccounts = wholeTable(PublishedAccountRecord, { order: { position: 'ASC' } });

/** Contributions of a financial year, with their agencies, by year. */
export const contributionsOfYear = defineGroupLoader<string, ContributionRecord>(
  (years, context) =>
    context.dataSource.getRepository(ContributionRecord).find({
      where: { financialYear: In([...years]) },
      relations: { agency: true },
      order: { id: 'ASC' },
    }),
  (contribution) => contribution.financialYear,
);
