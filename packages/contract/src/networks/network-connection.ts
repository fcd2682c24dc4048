import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { DateScalar } from '@hub/scalars';
import { RequiresScopes } from '../access/requires-scopes';
import { Body } from '../governance/body';
import { Synthetic } from '../recording/synthetic';

/** LON-34. Owned by the partnership. */
@ObjectType({ description: 'That a body of the partnership connects to a network of the London SCP.' })
@Directive('@shareable')
@RequiresScopes('networks:read')
export class NetworkConnection extends Synthetic {
  @Field(() => ID, { description: 'Global id.' })
  id!: string;

  @Field(() => ID, { description: 'Id of the network, as `network:faith-based-abuse`.' })
  networkId!: string;

  @Field(() => Body, { description: 'The body that connects to it.' })
  body!: Body;

  @Field(() => DateScalar, { description: 'Since which day it connects.' })
  connectedOn!: string;
}
