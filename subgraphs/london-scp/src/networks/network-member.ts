import { Agency, RequiresScopes, Sector } from '@hub/contract';
import { Field, ID, ObjectType } from 'type-graphql';
import { LocalPartnership } from '../directory/local-partnership';

@ObjectType({ description: 'A place in a network, held by one agency of one partnership, or by a pan-London agency.' })
@RequiresScopes('networks:read')
export class NetworkMember {
  @Field(() => LocalPartnership, {
    nullable: true,
    description: 'The partnership the member comes from; null of a pan-London agency (LON-10).',
  })
  partnership!: LocalPartnership | null;

  @Field(() => Sector, { description: 'The sector the member comes from, as the London SCP records it.' })
  sector!: Sector;

  @Field(() => ID, { description: 'Id of the agency, as `havering:agency:nel-ccg`.' })
  agencyId!: string;

  @Field(() => Agency, {
    nullable: true,
    description:
      "The partnership's own record of the agency; null where it did not answer (see coverage) or has no such agency.",
  })
  agency!: Agency | null;

  @Field(() => Boolean, { description: 'Whether the member chairs the network.' })
  isChair!: boolean;
}
