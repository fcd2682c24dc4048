import { allOf, foundBy, groupedBy, wholeTable } from '@hub/subgraph-kit';
import { contribution } from './contribution-record';
import { instalmentPayment } from './instalment-records';
import { localBudget } from './local-budget-record';
import { PublishedAccountRecord } from './published-account-record';
import { reserve } from './reserve-record';
import { reviewCharge } from './review-charge-record';

/** The approved budget of a financial year, by year. */
export const localBudgetOfYear = foundBy(localBudget, 'financialYear');

/** Every approved budget: one a year. */
export const localBudgets = allOf(localBudget);

/** Every reserve: one a local authority of the partnership. */
export const reserves = allOf(reserve);

/** Charges on a reserve by day, by the GSS code of its local authority. */
export const chargesOfReserve = groupedBy(reviewCharge, 'localAuthorityCode');

/** Published accounts in the order of the facts. */
export const publishedAccounts = wholeTable(PublishedAccountRecord, { order: { position: 'ASC' } });

/** Contributions of a financial year, with their agencies, by year. */
export const contributionsOfYear = groupedBy(contribution, 'financialYear');

/** Payments of contributions that are paid in instalments, by day, by the reference of the contribution. */
export const paymentsOfContribution = groupedBy(instalmentPayment, 'contributionReference');
