import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { DateScalar } from '@hub/scalars';
import { RequiresScopes } from '../access/requires-scopes';
import { Synthetic } from '../recording/synthetic';

/** HAV-25, LAM-33, TRI-42. */
@ObjectType({ description: "That a challenge was taken further, by the partnership's own route." })
@Directive('@shareable')
@RequiresScopes('governance:read')
export class ChallengeEscalation extends Synthetic {
  @Field(() => ID, { description: 'Global id.' })
  id!: string;

  @Field(() => String, { description: 'The step of the route, as `designated-officers`.' })
  step!: string;

  @Field(() => DateScalar, { description: 'The day of it.' })
  escalatedOn!: string;
}
