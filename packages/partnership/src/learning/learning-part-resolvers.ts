import {
  Agency,
  DateScalar,
  LearningDissemination,
  PracticeReview,
  PracticeReviewKind,
  Recommendation,
  RecommendationAction,
  monthsAfter,
  ReviewStep,
  ReviewStepKind,
  todayInLondon,
} from '@hub/contract';
import type { SubgraphContext } from '@hub/subgraph-kit';
import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { agencies } from '../governance/governance-loaders';
import {
  actionsOfRecommendation,
  disseminationOfReview,
  learningArrangements,
  stepsOfReview,
} from './learning-loaders';
import type { RecommendationRecord } from './recommendation-record';

/** What a practice review leads to, and whether it kept its date. */
@Resolver(() => PracticeReview)
export class PracticeReviewResolver {
  @FieldResolver(() => [ReviewStep])
  steps(@Root() { reference }: PracticeReview, @Ctx() context: SubgraphContext) {
    return stepsOfReview(context).load(reference);
  }

  @FieldResolver(() => [LearningDissemination])
  dissemination(@Root() { reference }: PracticeReview, @Ctx() context: SubgraphContext) {
    return disseminationOfReview(context).load(reference);
  }

  @FieldResolver(() => DateScalar, { nullable: true })
  async finalDue(@Root() { kind, initiatedOn }: PracticeReview, @Ctx() context: SubgraphContext) {
    const months = (await learningArrangements(context))[0]?.finalWithinMonths ?? null;
    return months === null || kind !== PracticeReviewKind.LOCAL ? null : monthsAfter(initiatedOn, months);
  }

  @FieldResolver(() => Boolean, { nullable: true })
  async isBeyondDate(
    @Root() review: PracticeReview,
    @Ctx() context: SubgraphContext,
    @Arg('on', () => DateScalar, { nullable: true }) on?: string | null,
  ) {
    const due = await this.finalDue(review, context);
    const day = on ?? todayInLondon();
    const steps = await stepsOfReview(context).load(review.reference);
    const final = steps.find(({ kind, doneOn }) => kind === ReviewStepKind.FINAL_COMPLETED && doneOn <= day);
    return due === null ? null : (final?.doneOn ?? day) > due;
  }
}

/** What a recommendation leads to. */
@Resolver(() => Recommendation)
export class RecommendationResolver {
  @FieldResolver(() => Agency)
  async agency(@Root() { agencyId }: RecommendationRecord, @Ctx() context: SubgraphContext) {
    return (await agencies(context)).find(({ id }) => id === agencyId)!;
  }

  @FieldResolver(() => [RecommendationAction])
  actions(@Root() { reference }: Recommendation, @Ctx() context: SubgraphContext) {
    return actionsOfRecommendation(context).load(reference);
  }
}
