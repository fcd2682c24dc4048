import { Sector } from '@hub/contract';
import { Field, ObjectType } from 'type-graphql';
import { LocalPartnership } from '../directory/local-partnership';

/** A place in a network, held for one sector of one partnership. */
@ObjectType({ description: 'A place in a network, held for one sector of one partnership.' })
export class NetworkMember {
  @Field(() => LocalPartnership, { nullable: true, description: 'The partnership the member comes from.' })
  partnership!: LocalPartnership | null;

  @Field(() => Sector, { description: 'The sector the member comes from.' })
  sector!: Sector;

  @Field(() => Boolean, { description: 'Whether the member chairs the network.' })
  isChair!: boolean;
}
