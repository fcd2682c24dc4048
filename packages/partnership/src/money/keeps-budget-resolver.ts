import {
  Contribution,
  FinancialYear,
  KeepsBudget,
  PartnershipBudgetYear,
  PublishedAccount,
  Reserve,
} from '@hub/contract';
import type { SubgraphContext } from '@hub/subgraph-kit';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import { budgetYear } from './budget-year-type';
import { familyTypeName } from '../family-type-name';
import { publishedAccounts, reserves } from './budget-loaders';
import { contributionsOfYear } from './budget-loaders';

/** The partnership's own books. */
@Resolver(() => KeepsBudget)
export class KeepsBudgetResolver {
  @FieldResolver(() => [Contribution], { nullable: true })
  contributions(@Ctx() context: SubgraphContext, @Arg('financialYear', () => FinancialYear) financialYear: string) {
    return contributionsOfYear(context).load(financialYear);
  }

  @FieldResolver(() => PartnershipBudgetYear, { nullable: true })
  budgetYear(
    @Root() { id }: KeepsBudget,
    // The concrete type that is asked: its budget years have a type of their own, named after it.
    @Info() { parentType }: GraphQLResolveInfo,
    @Arg('financialYear', () => FinancialYear) financialYear: string,
  ) {
    return budgetYear(familyTypeName(parentType.name, 'BudgetYear'), id, financialYear);
  }

  @FieldResolver(() => [Reserve], { nullable: true })
  reserves(@Ctx() context: SubgraphContext) {
    return reserves(context);
  }

  @FieldResolver(() => [PublishedAccount], { nullable: true })
  publishedAccounts(@Ctx() context: SubgraphContext) {
    return publishedAccounts(context);
  }
}
