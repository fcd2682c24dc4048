import { Cost, DateScalar, Paged, RequiresScopes, Sector } from '@hub/contract';
import type { SubgraphContext } from '@hub/subgraph-kit';
import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { ExecutiveDecisionConnection } from './decision-connection';
import { decisionPage, signOffsOfDecision } from './decision-loaders';
import { ExecutiveDecision } from './executive-decision';
import { SignOff } from './sign-off';
import { awaitedSectors, finalOn } from './sign-off-rule';

/** The Executive's decisions and what follows from their sign-offs. */
@Resolver(() => ExecutiveDecision)
export class DecisionResolver {
  @Query(() => ExecutiveDecisionConnection, {
    nullable: true,
    description: 'Decisions of the Executive, latest first.',
  })
  @Paged()
  @RequiresScopes('decisions:read')
  @Cost(50)
  executiveDecisions(
    @Ctx() context: SubgraphContext,
    @Arg('first', () => Int, { description: 'How many, 1 to 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Cursor after which the page begins.' })
    after?: string | null,
  ) {
    return decisionPage(context, first, after);
  }

  @FieldResolver(() => [SignOff])
  signOffs(@Root() { id }: ExecutiveDecision, @Ctx() context: SubgraphContext) {
    return signOffsOfDecision(context).load(id);
  }

  @FieldResolver(() => [Sector])
  async awaitedSectors(@Root() { id }: ExecutiveDecision, @Ctx() context: SubgraphContext) {
    return awaitedSectors(await signOffsOfDecision(context).load(id));
  }

  @FieldResolver(() => Boolean)
  async isFinal(@Root() { id }: ExecutiveDecision, @Ctx() context: SubgraphContext) {
    return awaitedSectors(await signOffsOfDecision(context).load(id)).length === 0;
  }

  @FieldResolver(() => DateScalar, { nullable: true })
  async finalOn(@Root() { id }: ExecutiveDecision, @Ctx() context: SubgraphContext) {
    return finalOn(await signOffsOfDecision(context).load(id));
  }
}
