import { Field, ID, InputType } from 'type-graphql';
import { DateScalar } from '@hub/scalars';

@InputType({ description: 'Which body of the partnership connects to which network, and since when.' })
export class ConnectBodyToNetworkInput {
  @Field(() => ID, { description: 'Id of the network, as `network:faith-based-abuse`.' })
  networkId!: string;

  @Field(() => ID, { description: "Id of one of the partnership's bodies." })
  bodyId!: string;

  @Field(() => DateScalar, { description: 'Since which day it connects.' })
  connectedOn!: string;
}
