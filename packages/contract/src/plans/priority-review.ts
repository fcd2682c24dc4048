import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { DateScalar } from '@hub/scalars';
import { RequiresScopes } from '../access/requires-scopes';
import { Synthetic } from '../recording/synthetic';
import { PriorityProgress } from './priority-progress';

@ObjectType({ description: 'A review of a priority (TRI-15).' })
@Directive('@shareable')
@RequiresScopes('governance:read')
export class PriorityReview extends Synthetic {
  @Field(() => ID, { description: 'Global id.' })
  id!: string;

  @Field(() => DateScalar, { description: 'The day of the review.' })
  reviewedOn!: string;

  @Field(() => PriorityProgress, { description: 'What it found.' })
  progress!: PriorityProgress;

  @Field(() => String, { description: 'By what evidence, in words.' })
  evidence!: string;
}
