import { FinancialYear, LearningHub, LearningHubArrangement, RunsLearningHubs } from '@hub/contract';
import type { SubgraphContext } from '@hub/subgraph-kit';
import { Arg, Ctx, FieldResolver, Resolver } from 'type-graphql';
import { learningHubArrangement, learningHubsOfYear } from './loaders';

/** How hubs are set up, and the hubs of a year. */
@Resolver(() => RunsLearningHubs)
export class RunsLearningHubsResolver {
  @FieldResolver(() => LearningHubArrangement, { nullable: true })
  async learningHubArrangement(@Ctx() context: SubgraphContext) {
    return (await learningHubArrangement(context))[0] ?? null;
  }

  @FieldResolver(() => [LearningHub], { nullable: true })
  learningHubs(@Ctx() context: SubgraphContext, @Arg('financialYear', () => FinancialYear) financialYear: string) {
    return learningHubsOfYear(context).load(financialYear);
  }
}
