import { DateTimeScalar, LocalAuthority, ProcedureRuleCode, RequiresScopes, Synthetic } from '@hub/contract';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { PublishedStanding } from '../publication/published';
import { BandedNumber } from './banded-number';

/** A number of all London. */
@ObjectType({ description: 'A number of all London, as it was at some instant of the last seven days.' })
@RequiresScopes('movements:count')
export class LondonTotal extends Synthetic {
  @Field(() => DateTimeScalar, { description: 'The instant of which this is true.' })
  asOf!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'How many at least: rounded down to a multiple of 5. Null where that is nought.',
  })
  value!: number | null;
}

/** Gives the total of a figure as it was published. */
export function londonTotal({ asOf, isSynthetic }: PublishedStanding<unknown>, value: number | null): LondonTotal {
  return Object.assign(new LondonTotal(), { asOf, isSynthetic, value });
}

@ObjectType({ description: 'A number of one local authority.' })
@RequiresScopes('movements:count')
export class AuthorityTotal extends BandedNumber {
  @Field(() => ID, { nullable: true, description: 'GSS code of the authority; null for all outside London together.' })
  gssCode!: string | null;

  @Field(() => LocalAuthority, { nullable: true, description: 'The authority; null outside London.' })
  authority!: LocalAuthority | null;
}

@ObjectType({ description: 'A number of one kind of time limit.' })
@RequiresScopes('movements:count')
export class ClockTotal extends BandedNumber {
  @Field(() => ProcedureRuleCode, { description: 'What is limited.' })
  clock!: ProcedureRuleCode;
}
