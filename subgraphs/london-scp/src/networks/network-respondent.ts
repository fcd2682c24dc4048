import { Agency, NetworkConnection, Public } from '@hub/contract';
import { Directive, Field, ID, InterfaceType } from 'type-graphql';

/** What networks need to know of every partnership. Each answers it in its own subgraph; the London SCP stores none of it. */
@InterfaceType({ description: 'A partnership, for what networks need to know of it.' })
export abstract class NetworkRespondent {
  @Field(() => ID, { description: 'Id of the partnership.' })
  @Public()
  id!: string;

  @Field(() => [Agency], { nullable: true, description: 'Its agencies and offices, by id.' })
  @Directive('@external')
  agencies!: Agency[] | null;

  @Field(() => [NetworkConnection], {
    nullable: true,
    description: 'Its connections to networks, by network and body.',
  })
  @Directive('@external')
  networkConnections!: NetworkConnection[] | null;
}
