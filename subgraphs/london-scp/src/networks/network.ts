import { Synthetic } from '@hub/contract';
import { Field, ID, ObjectType } from 'type-graphql';
import { NetworkMember } from './network-member';

/** A multi-agency group that the London SCP supports when its Executive agreed to (LON-34). */
@ObjectType({ description: 'A multi-agency group that the London SCP supports when its Executive agreed to.' })
export class Network extends Synthetic {
  @Field(() => ID, { description: 'Global id, as `network:faith-based-abuse`.' })
  id!: string;

  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => String, { description: 'What it is for.' })
  remit!: string;

  @Field(() => [String], { description: 'Themes it works on.' })
  themes!: string[];

  @Field(() => String, { nullable: true, description: "Reference of the Executive's decision to support it." })
  decisionReference!: string | null;

  @Field(() => Boolean, { description: 'Whether the London SCP supports it: without a decision it does not.' })
  isSupported!: boolean;

  @Field(() => [NetworkMember], { description: 'Its members, by partnership and sector.' })
  members!: NetworkMember[];
}
