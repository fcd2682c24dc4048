import { LocalAuthority, PartialDate, Public, Sourced } from '@hub/contract';
import { Field, ObjectType } from 'type-graphql';

@ObjectType({ description: 'That a partnership covers a local authority between two dates.' })
@Public()
export class PartnershipCoverage extends Sourced {
  @Field(() => LocalAuthority, { description: 'The local authority covered.' })
  localAuthority!: LocalAuthority;

  @Field(() => PartialDate, { nullable: true, description: 'From when; null where the document states no start.' })
  validFrom!: string | null;

  @Field(() => PartialDate, { nullable: true, description: 'Until when; null where the document states no end.' })
  validTo!: string | null;
}
