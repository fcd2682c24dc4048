import { Contribution, FinancialYear, KeepsBudget } from '@hub/contract';
import type { SubgraphContext } from '@hub/subgraph-kit';
import { Arg, Ctx, FieldResolver, Resolver } from 'type-graphql';
import { contributionsOfYear } from '../loaders/records';

/** The partnership's own ledger of contributions. */
@Resolver(() => KeepsBudget)
export class KeepsBudgetResolver {
  @FieldResolver(() => [Contribution], { nullable: true })
  contributions(@Ctx() context: SubgraphContext, @Arg('financialYear', () => FinancialYear) financialYear: string) {
    return contributionsOfYear(context).load(financialYear);
  }
}
