import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { DateScalar } from '@hub/scalars';
import { RequiresScopes } from '../access/requires-scopes';
import { Synthetic } from '../recording/synthetic';
import { LearningParty } from './learning-party';
import { ReviewStepKind } from './review-step-kind';

@ObjectType({ description: 'A step of a practice review that was taken.' })
@Directive('@shareable')
@RequiresScopes('governance:read')
export class ReviewStep extends Synthetic {
  @Field(() => ID, { description: 'Global id.' })
  id!: string;

  @Field(() => ReviewStepKind, { description: 'What was done.' })
  kind!: ReviewStepKind;

  @Field(() => LearningParty, { nullable: true, description: 'By whom or to whom; null where it is nobody of these.' })
  party!: LearningParty | null;

  @Field(() => DateScalar, { description: 'The day it was done.' })
  doneOn!: string;
}
