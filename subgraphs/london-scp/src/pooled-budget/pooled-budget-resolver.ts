import { FinancialYear, Pence } from '@hub/contract';
import { defineGroupLoader, type SubgraphContext } from '@hub/subgraph-kit';
import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { In } from 'typeorm';
import { partnershipById, partnerships } from '../directory/directory-loaders';
import { LocalPartnership } from '../directory/local-partnership';
import { PooledBudget } from './pooled-budget-type';
import { PooledContribution } from './pooled-contribution';
import { PooledContributionRecord } from './pooled-contribution-record';

const contributionsOfYear = defineGroupLoader<string, PooledContributionRecord>(
  (years, context) =>
    context.dataSource.getRepository(PooledContributionRecord).find({
      where: { financialYear: In([...years]) },
      order: { reference: 'ASC' },
    }),
  (contribution) => contribution.financialYear,
);

/** The pooled budget and what it leads to. */
@Resolver(() => PooledBudget)
export class PooledBudgetResolver {
  @Query(() => PooledBudget, {
    nullable: true,
    description: 'The pooled budget of a financial year; null where no contributions were invited for it.',
  })
  async pooledBudget(
    @Ctx() context: SubgraphContext,
    @Arg('financialYear', () => FinancialYear, { description: 'The financial year, as `2025-26`.' })
    financialYear: string,
  ): Promise<Partial<PooledBudget> | null> {
    const contributions = await contributionsOfYear(context).load(financialYear);
    return contributions.length === 0 ? null : { financialYear, holder: 'London Councils', contributions };
  }

  @FieldResolver(() => Pence)
  pledgedPence(@Root() budget: PooledBudget) {
    return budget.contributions.reduce((sum, { pledgedPence }) => sum + (pledgedPence ?? 0), 0);
  }

  @FieldResolver(() => Pence)
  receivedPence(@Root() budget: PooledBudget) {
    return budget.contributions.reduce((sum, { receivedPence }) => sum + (receivedPence ?? 0), 0);
  }

  @FieldResolver(() => [LocalPartnership])
  async partnerships(@Root() budget: PooledBudget, @Ctx() context: SubgraphContext) {
    const invited = new Set((budget.contributions as PooledContributionRecord[]).map((c) => c.partnershipId));
    return (await partnerships(context)).filter(({ id }) => invited.has(id));
  }
}

/** What a contribution leads to. */
@Resolver(() => PooledContribution)
export class PooledContributionResolver {
  @FieldResolver(() => LocalPartnership, { nullable: true })
  partnership(@Root() contribution: PooledContributionRecord, @Ctx() context: SubgraphContext) {
    return partnershipById(context, contribution.partnershipId);
  }
}
