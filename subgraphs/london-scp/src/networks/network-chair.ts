import { RequiresScopes, Sector } from '@hub/contract';
import { Field, ID, ObjectType } from 'type-graphql';
import { LocalPartnership } from '../directory/local-partnership';

/** Where the chair of a network comes from. */
@ObjectType({ description: 'Where the chair of a network comes from: never a person.' })
@RequiresScopes('networks:read')
export class NetworkChair {
  @Field(() => LocalPartnership, {
    nullable: true,
    description: 'The partnership the chair comes from; null of a pan-London agency.',
  })
  partnership!: LocalPartnership | null;

  @Field(() => Sector, { description: 'The sector the chair comes from.' })
  sector!: Sector;

  @Field(() => ID, { description: "Id of the chair's agency, as `havering:agency:nel-ccg`." })
  agencyId!: string;
}
