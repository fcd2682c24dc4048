import { DateScalar, DateTimeScalar, ListSize, RequiresScopes, UserError } from '@hub/contract';
import { Field, ID, ObjectType } from 'type-graphql';

@ObjectType({ description: 'A question about a child who arrived without a notice, as the hub has it.' })
@RequiresScopes('movements:read')
export class AskedArrival {
  @Field(() => ID, { description: 'Id of the question, as `movement:01J…/E09000022`.' })
  id!: string;

  @Field(() => ID, { description: 'Pseudonym of the child.' })
  childPseudonym!: string;

  @Field(() => ID, { description: 'GSS code of the authority in whose area the child arrived, which asks.' })
  asking!: string;

  @Field(() => ID, { description: 'GSS code of the authority that is to answer; `ABROAD:FR` of another country.' })
  asked!: string;

  @Field(() => Boolean, {
    description: 'Whether the child is said to come from there; false where it is asked since it is responsible.',
  })
  isNamed!: boolean;

  @Field(() => Boolean, { description: 'Whether the hub brings it the question; false of one outside the hub.' })
  isToldByHub!: boolean;

  @Field(() => DateScalar, { description: 'The day on which the child arrived.' })
  arrivedOn!: string;

  @Field(() => DateTimeScalar, { description: 'Since when the hub asks it.' })
  since!: string;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the child is known there: then it is to notify. Null until it is answered.',
  })
  isKnown!: boolean | null;

  @Field(() => String, { nullable: true, description: 'What was said with the answer; null where nothing was.' })
  reason!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The last day in London on which an answer is in time; null where no rule says it.',
  })
  dueOn!: string | null;
}

@ObjectType({ description: 'A claim to be responsible for a child, while another is, as the hub has it.' })
@RequiresScopes('movements:read')
export class ClaimAtHub {
  @Field(() => ID, { description: 'Id of the movement by which it is claimed.' })
  movement!: string;

  @Field(() => ID, { description: 'Pseudonym of the child.' })
  childPseudonym!: string;

  @Field(() => ID, { description: 'GSS code of the authority that claims it.' })
  claimant!: string;

  @Field(() => ID, { nullable: true, description: 'GSS code of the authority that is responsible now.' })
  responsible!: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'GSS code of the authority that is to speak next; null once it is settled.',
  })
  owner!: string | null;

  @Field(() => DateTimeScalar, { description: 'Since when.' })
  since!: string;

  @Field(() => String, { nullable: true, description: 'What was last said of it; null where nothing was.' })
  answer!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The last day in London on which an answer is in time; null where no rule says it.',
  })
  dueOn!: string | null;
}

/** What other authorities ask, and are asked. */
@ObjectType({ description: 'What the own authority is asked by others, and what it asks them, as the hub has it.' })
@RequiresScopes('movements:read')
export class OpenQuestions {
  @Field(() => [AskedArrival], {
    nullable: true,
    description: 'Questions about arrivals without a notice, oldest first; null where the hub could not be asked.',
  })
  @ListSize(5)
  arrivals!: AskedArrival[] | null;

  @Field(() => [ClaimAtHub], {
    nullable: true,
    description: 'Claims to be responsible that wait, oldest first; null where the hub could not be asked.',
  })
  @ListSize(5)
  claims!: ClaimAtHub[] | null;

  @Field(() => Boolean, { description: 'Whether the hub has more than the 100 of each that it was asked for.' })
  hasMore!: boolean;

  @Field(() => String, { nullable: true, description: 'Why the hub could not be asked; null where it answered.' })
  hubProblem!: string | null;
}

/** What became of an answer. */
@ObjectType({ description: 'Result of an answer that was given to the hub.' })
@RequiresScopes('movements:write')
export class AnswerPayload {
  @Field(() => Boolean, { description: 'Whether the hub has it.' })
  isTaken!: boolean;

  @Field(() => [UserError], { description: 'Why it has not: also that it could not be reached (HUB_AWAY).' })
  @ListSize(3)
  userErrors!: UserError[];
}
