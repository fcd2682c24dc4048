import { PartnershipBudgetYear as Contract } from '@hub/contract';
import { externalView } from '../directory/external-view';
import { partnershipFamily } from '../directory/partnership-family';
import { Field, ID, InterfaceType } from 'type-graphql';

/** A financial year of a partnership, of which its books may be in the hub. */
@InterfaceType('BudgetYearReference', {
  description:
    'A financial year of a partnership. One that keeps its books in the hub tells more of it: `... on PartnershipBudgetYear`.',
})
export abstract class BudgetYearReference {
  @Field(() => ID, { description: 'Global id, as `havering:2025-26`.' })
  id!: string;
}

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
