import { Field, ID, ObjectType } from 'type-graphql';
import { DateScalar } from '@hub/scalars';
import { RequiresScopes } from '../access/requires-scopes';
import { Synthetic } from '../recording/synthetic';
import { LearningParty } from './learning-party';

/** LAM-15, LAM-16. */
@ObjectType({ description: 'That somebody was told of a serious incident.' })
@RequiresScopes('governance:read')
export class IncidentNotification extends Synthetic {
  @Field(() => ID, { description: 'Global id.' })
  id!: string;

  @Field(() => LearningParty, { description: 'Who was told.' })
  recipient!: LearningParty;

  @Field(() => DateScalar, { description: 'The day on which it was sent.' })
  sentOn!: string;
}
