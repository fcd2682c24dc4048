import { Authenticated, ListSize, UserError } from '@hub/contract';
import { Field, ObjectType } from 'type-graphql';
import { Network } from '../network';

@ObjectType({ description: 'What a mutation of a network did.' })
@Authenticated()
export class NetworkPayload {
  @Field(() => Network, { nullable: true, description: 'The network as it is now; null where nothing was done.' })
  network!: Network | null;

  @Field(() => [UserError], { description: 'Why nothing was done; empty where it was.' })
  @ListSize(3)
  userErrors!: UserError[];
}
