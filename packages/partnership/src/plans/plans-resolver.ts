import {
  IssueKind,
  KeepsPlans,
  PlanDocument,
  Priority,
  PriorityReview,
  QuarterlyTheme,
  SafeguardingIssue,
  SetsPriorities,
  SuccessMeasure,
  VoiceOfChildrenConnection,
} from '@hub/contract';
import { listResolver, type SubgraphContext } from '@hub/subgraph-kit';
import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import * as load from './plan-loaders';

/** What a partnership raised, and what children said. */
@Resolver(() => KeepsPlans)
export class KeepsPlansResolver {
  @FieldResolver(() => [SafeguardingIssue], { nullable: true })
  safeguardingIssues(@Ctx() context: SubgraphContext, @Arg('kind', () => IssueKind) kind: IssueKind) {
    return load.issuesOfKind(context).load(kind);
  }

  @FieldResolver(() => VoiceOfChildrenConnection, { nullable: true })
  voiceOfChildren(
    @Ctx() context: SubgraphContext,
    @Arg('first', () => Int) first: number,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
  ) {
    return load.voicePage(context, first, after);
  }
}

/** How a priority fared. */
@Resolver(() => Priority)
export class PriorityResolver {
  @FieldResolver(() => [PriorityReview], { nullable: true })
  reviews(@Root() { id }: Priority, @Ctx() context: SubgraphContext) {
    return load.reviewsOfPriority(context).load(id);
  }
}

/** The resolvers of plans. */
export const planResolvers = [
  ...[KeepsPlansResolver, PriorityResolver],
  listResolver(SetsPriorities, 'priorities', Priority, load.allPriorities),
  listResolver(KeepsPlans, 'planDocuments', PlanDocument, load.planDocuments),
  listResolver(KeepsPlans, 'quarterlyThemes', QuarterlyTheme, load.quarterlyThemes),
  listResolver(KeepsPlans, 'successMeasures', SuccessMeasure, load.successMeasures),
];
