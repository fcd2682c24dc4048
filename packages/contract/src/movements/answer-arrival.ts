import { Field, ID, InputType } from 'type-graphql';

/** The most that may be said with an answer, in characters. */
export const LONGEST_ANSWER = 1000;

@InputType({ description: 'An answer to whether a child is known who arrived elsewhere without a notice.' })
export class AnswerArrivalQuestionInput {
  @Field(() => ID, { description: 'Id of the question, as `movement:01J…/E09000022`.' })
  question!: string;

  @Field(() => Boolean, { description: 'Whether the child is known. Where it is, notify the move as well.' })
  isKnown!: boolean;

  @Field(() => String, {
    nullable: true,
    description: `Why, in words that name nobody: up to ${LONGEST_ANSWER} characters. Where the child is not known it must be there.`,
  })
  reason?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "For the authority that asks, of one outside the hub: what its answer is known by, as a letter's reference and day.",
  })
  evidence?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: "GSS code of the authority acted for; only a partnership's system names it.",
  })
  authority?: string | null;
}

/**
 * The words of an answer, without spaces around them: null where there are none, and empty where there must be some, since the
 * child is said not to be known.
 */
export function wordsOfAnswer({ isKnown, reason, evidence }: AnswerArrivalQuestionInput) {
  return { reason: reason?.trim() || (isKnown ? null : ''), evidence: evidence?.trim() || null };
}
