import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { DateScalar } from '@hub/scalars';
import { RequiresScopes } from '../access/requires-scopes';
import { Synthetic } from '../recording/synthetic';

/** LAM-26, TRI-26. */
@ObjectType({ description: 'What is done because of a recommendation.' })
@Directive('@shareable')
@RequiresScopes('governance:read')
export class RecommendationAction extends Synthetic {
  @Field(() => ID, { description: 'Global id.' })
  id!: string;

  @Field(() => String, { description: 'What is to be done.' })
  action!: string;

  @Field(() => DateScalar, { description: 'The day by which it is to be done.' })
  dueOn!: string;

  @Field(() => DateScalar, { nullable: true, description: 'The day it was done; null before.' })
  doneOn!: string | null;
}
