import { LocalAuthority, ProcedureRuleCode, RequiresScopes } from '@hub/contract';
import { Field, ID, ObjectType } from 'type-graphql';
import { SafeNumber } from './safe-number';

/** A number of all London. */
@ObjectType({ description: 'A number of all London.' })
@RequiresScopes('movements:count')
export class LondonTotal extends SafeNumber {}

/** A number of one local authority. */
@ObjectType({ description: 'A number of one local authority.' })
@RequiresScopes('movements:count')
export class AuthorityTotal extends SafeNumber {
  @Field(() => ID, { description: 'GSS code of the authority.' })
  gssCode!: string;

  @Field(() => LocalAuthority, { nullable: true, description: 'The authority; null outside London.' })
  authority!: LocalAuthority | null;
}

/** A number of one kind of time limit. */
@ObjectType({ description: 'A number of one kind of time limit.' })
@RequiresScopes('movements:count')
export class ClockTotal extends SafeNumber {
  @Field(() => ProcedureRuleCode, { description: 'What is limited.' })
  clock!: ProcedureRuleCode;
}
