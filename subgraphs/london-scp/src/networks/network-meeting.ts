import { DateScalar, RequiresScopes, Synthetic } from '@hub/contract';
import { Field, ObjectType } from 'type-graphql';

@ObjectType({ description: 'A meeting of a network.' })
@RequiresScopes('networks:read')
export class NetworkMeeting extends Synthetic {
  @Field(() => DateScalar, { description: 'The day it was held.' })
  heldOn!: string;
}
