import { Directive, Field, ObjectType } from 'type-graphql';
import { Authenticated } from '../access/authenticated';
import { ListSize } from '../cost/list-size';
import { NetworkConnection } from './network-connection';
import { UserError } from '../recording/user-error';

@ObjectType({ description: 'What connecting a body to a network, or disconnecting it, did.' })
@Directive('@shareable')
@Authenticated()
export class NetworkConnectionPayload {
  @Field(() => NetworkConnection, {
    nullable: true,
    description: 'The connection made, or the one taken away; null where nothing was done.',
  })
  connection!: NetworkConnection | null;

  @Field(() => [UserError], { description: 'Why nothing was done; empty where it was.' })
  @ListSize(3)
  userErrors!: UserError[];
}
