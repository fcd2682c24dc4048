import { PartnershipBudgetYear as Contract } from '@hub/contract';
import { externalView } from '../directory/external-view';
import { partnershipFamily } from '../directory/partnership-family';
import { BudgetYearReference } from './budget-year-reference';

/** A year in a partnership's own books, as far as the reducers of the pooled budget require it. */
export const PartnershipBudgetYear = externalView([Contract], ['contributions']);

/** The budget years of every partnership. */
export const budgetYears = partnershipFamily(
  'BudgetYear',
  [BudgetYearReference, PartnershipBudgetYear],
  "One financial year in the partnership's own books.",
  'budget:read',
);

/** References to a financial year in the books of every partnership of the directory, in its order. */
export const budgetYearsOf = (financialYear: string) =>
  budgetYears.partnerships.map((id) => budgetYears.referenceTo(id, `:${financialYear}`));
