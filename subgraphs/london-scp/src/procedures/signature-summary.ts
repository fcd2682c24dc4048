import { Agency, DateScalar, ListSize, RequiresScopes } from '@hub/contract';
import { Field, ObjectType } from 'type-graphql';
import { Coverage } from '../directory/coverage';
import { DIRECTORY_SIZE } from '../directory/directory-size';
import { LocalPartnership } from '../directory/local-partnership';

@ObjectType({ description: 'An agency that signed an agreement.' })
@RequiresScopes('procedures:read')
export class SignedAgency {
  @Field(() => LocalPartnership, { description: 'The partnership it signed within.' })
  partnership!: LocalPartnership;

  @Field(() => Agency, { description: 'The agency.' })
  agency!: Agency;

  @Field(() => DateScalar, { description: 'The day it signed.' })
  signedOn!: string;
}

/** A statutory partner that has not signed an agreement. */
@ObjectType({ description: 'A statutory safeguarding partner that has not signed an agreement.' })
@RequiresScopes('procedures:read')
export class UnsignedAgency {
  @Field(() => LocalPartnership, { description: 'The partnership whose statutory partner it is.' })
  partnership!: LocalPartnership;

  @Field(() => Agency, { description: 'The agency.' })
  agency!: Agency;
}

/** Who has signed an information-sharing agreement across London, and which statutory partners have not. */
@ObjectType({ description: 'Who has signed an information-sharing agreement, and which statutory partners have not.' })
@RequiresScopes('procedures:read')
export class SignatureSummary {
  @Field(() => Coverage, { description: 'How many partnerships it rests on, and who is missing from it.' })
  coverage!: Coverage;

  @Field(() => [SignedAgency], { description: 'Agencies that signed, by partnership.' })
  @ListSize(3 * DIRECTORY_SIZE)
  signed!: SignedAgency[];

  @Field(() => [UnsignedAgency], {
    description: 'Statutory partners of the partnerships that answered and whose signature none of them records.',
  })
  @ListSize(3 * DIRECTORY_SIZE)
  unsigned!: UnsignedAgency[];
}
