import { Contribution, FinancialYear, LocalBudget, PartnershipBudgetYear } from '@hub/contract';
import type { SubgraphContext } from '@hub/subgraph-kit';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { BudgetYearReference } from './budget-year-type';
import { localBudgetOfYear } from './budget-loaders';
import { contributionsOfYear } from './budget-loaders';

/** What a financial year of the partnership's books leads to. */
@Resolver(() => PartnershipBudgetYear)
export class BudgetYearResolver {
  @FieldResolver(() => FinancialYear, { nullable: true })
  financialYear(@Root() year: BudgetYearReference) {
    return year.financialYear;
  }

  @FieldResolver(() => [Contribution], { nullable: true })
  contributions(@Root() year: BudgetYearReference, @Ctx() context: SubgraphContext) {
    return contributionsOfYear(context).load(year.financialYear);
  }

  @FieldResolver(() => LocalBudget, { nullable: true })
  async localBudget(@Root() year: BudgetYearReference, @Ctx() context: SubgraphContext) {
    return (await localBudgetOfYear(context).load(year.financialYear)) ?? null;
  }
}
