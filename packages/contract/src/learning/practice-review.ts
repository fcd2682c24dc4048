import { Arg, Directive, Field, ID, ObjectType } from 'type-graphql';
import { DateScalar } from '@hub/scalars';
import { RequiresScopes } from '../access/requires-scopes';
import { ListSize } from '../cost/list-size';
import { connectionOf } from '../paging/connection';
import { resolvedElsewhere } from '../recording/resolved-elsewhere';
import { Synthetic } from '../recording/synthetic';
import { LearningDissemination } from './learning-dissemination';
import { PracticeReviewKind } from './practice-review-kind';
import { ReviewCriterion } from './review-criterion';
import { ReviewStep } from './review-step';

/** LAM-20 to LAM-23, TRI-25 to TRI-29. */
@ObjectType({ description: 'A practice review, from its start to its publication. It shows no child.' })
@Directive('@shareable')
@RequiresScopes('governance:read')
export class PracticeReview extends Synthetic {
  @Field(() => ID, { description: 'Global id.' })
  id!: string;

  @Field(() => String, { description: "The partnership's own reference." })
  reference!: string;

  @Field(() => PracticeReviewKind, { description: 'What kind of review it is.' })
  kind!: PracticeReviewKind;

  @Field(() => DateScalar, { description: 'The day it was initiated.' })
  initiatedOn!: string;

  @Field(() => [ReviewCriterion], { description: 'Criteria that the decision rested on.' })
  @ListSize(2)
  criteria!: ReviewCriterion[];

  @Field(() => DateScalar, { nullable: true, description: 'The day it was published; null before.' })
  publishedOn!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The last day for the final report; null where the terms of reference set none.',
  })
  finalDue!: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether the final report was late, or not there in time, at the end of a day; null without a last day.',
  })
  isBeyondDate(
    @Arg('on', () => DateScalar, { nullable: true, description: 'The day asked about. Today unless given.' })
    _on?: string | null,
  ): boolean | null {
    return resolvedElsewhere('PracticeReview.isBeyondDate');
  }

  @Field(() => [ReviewStep], { description: 'Steps that were taken, the earliest first.' })
  @ListSize(14)
  steps!: ReviewStep[];

  @Field(() => [LearningDissemination], { description: 'How its learning was spread, the earliest first.' })
  @ListSize(4)
  dissemination!: LearningDissemination[];
}

/** Pages of practice reviews, latest first. */
export const PracticeReviewConnection = connectionOf('PracticeReview', PracticeReview);
