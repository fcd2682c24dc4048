import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { DateScalar } from '@hub/scalars';
import { RequiresScopes } from '../access/requires-scopes';
import { Synthetic } from '../recording/synthetic';
import { DisseminationChannel } from './dissemination-channel';

/** RED-04, TRI-23, TRI-29. */
@ObjectType({ description: 'That learning from a practice review was spread.' })
@Directive('@shareable')
@RequiresScopes('governance:read')
export class LearningDissemination extends Synthetic {
  @Field(() => ID, { description: 'Global id.' })
  id!: string;

  @Field(() => DisseminationChannel, { description: 'By which way.' })
  channel!: DisseminationChannel;

  @Field(() => String, { nullable: true, description: 'The board, issue or course, where there are several.' })
  to!: string | null;

  @Field(() => DateScalar, { description: 'The day it was spread.' })
  disseminatedOn!: string;
}
