import { FinancialYear, LearningHub, LearningHubArrangement, LearningHubStep, RunsLearningHubs } from '@hub/contract';
import type { SubgraphContext } from '@hub/subgraph-kit';
import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { LearningHubRecord } from './learning-hub-record';
import { learningHubArrangement, learningHubsOfYear, stepsOfHub } from './loaders';

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

/** What was done in the work of a hub. */
@Resolver(() => LearningHub)
export class LearningHubResolver {
  @FieldResolver(() => [LearningHubStep])
  steps(@Root() { reference }: LearningHubRecord, @Ctx() context: SubgraphContext) {
    return stepsOfHub(context).load(reference);
  }
}
