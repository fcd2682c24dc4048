import { isPurpose, PURPOSES, type Purpose } from '@hub/access';
import { AccessOutcome, DateTimeScalar } from '@hub/contract';
import { GraphQLError } from 'graphql';
import { Field, ID, InputType } from 'type-graphql';

/** What is looked for. */
@InputType({ description: 'What records of access are looked for. All that is given must hold.' })
export class AccessRecordFilter {
  @Field(() => ID, { nullable: true, description: 'Id of the person or system that asked.' })
  person?: string | null;

  @Field(() => String, { nullable: true, description: 'Their organisation; a GSS code for a local authority.' })
  organisation?: string | null;

  @Field(() => ID, { nullable: true, description: 'Id of their partnership.' })
  partnership?: string | null;

  @Field(() => ID, { nullable: true, description: 'Pseudonym of a child that it was about, shown or not.' })
  child?: string | null;

  @Field(() => String, { nullable: true, description: 'The purpose they declared, as `BREAK_GLASS`.' })
  purpose?: string | null;

  @Field(() => AccessOutcome, { nullable: true, description: 'Its result.' })
  outcome?: AccessOutcome | null;

  @Field(() => ID, { nullable: true, description: 'Id of the request.' })
  requestId?: string | null;

  @Field(() => String, { nullable: true, description: 'Who kept the record: `gateway` or `london-scp`.' })
  recorder?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'The first instant.' })
  from?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'The instant before which.' })
  to?: string | null;
}

/**
 * The filter as the log takes it.
 *
 * @throws GraphQLError `BAD_USER_INPUT` where the purpose is none.
 */
export function searchedFor(filter: AccessRecordFilter | null | undefined) {
  const { purpose, from, to, ...equal } = filter ?? {};
  const given = Object.fromEntries(Object.entries(equal).filter(([, value]) => value !== null));
  return {
    ...(given as { [Name in keyof typeof equal]: NonNullable<(typeof equal)[Name]> }),
    purpose: purpose ? knownPurpose(purpose) : undefined,
    from: from ? new Date(from) : undefined,
    to: to ? new Date(to) : undefined,
  };
}

function knownPurpose(purpose: string): Purpose {
  if (isPurpose(purpose)) return purpose;
  throw new GraphQLError(
    `filter.purpose ${JSON.stringify(purpose)} is none. Give ${Object.keys(PURPOSES).join(', ')}.`,
    {
      extensions: { code: 'BAD_USER_INPUT', argument: 'filter' },
    },
  );
}
