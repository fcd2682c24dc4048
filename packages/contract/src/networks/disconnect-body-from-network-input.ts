import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'Which connection of a body to a network is taken away.' })
export class DisconnectBodyFromNetworkInput {
  @Field(() => ID, { description: 'Id of the network.' })
  networkId!: string;

  @Field(() => ID, { description: "Id of the partnership's body." })
  bodyId!: string;
}
