import { Field, ID, InterfaceType } from 'type-graphql';
import { Public } from '../access/public';
import { RequiresScopes } from '../access/requires-scopes';
import { ListSize } from '../cost/list-size';
import { NetworkConnection } from './network-connection';

/** A partnership that says which of its own bodies connects to which network of the London SCP. */
@InterfaceType({ description: 'A partnership that says which of its bodies connects to which network.' })
export abstract class ConnectsToNetworks {
  @Field(() => ID, { description: 'Id of the partnership.' })
  @Public()
  id!: string;

  @Field(() => [NetworkConnection], {
    nullable: true,
    description: 'Its connections to networks, by network and body.',
  })
  @ListSize(5)
  @RequiresScopes('networks:read')
  networkConnections!: NetworkConnection[] | null;
}
