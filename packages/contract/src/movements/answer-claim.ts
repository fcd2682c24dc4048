import { Field, ID, InputType } from 'type-graphql';
import { LONGEST_ANSWER } from './answer-arrival';

@InputType({
  description:
    'What the authority that is responsible for a child says of a claim to be, or the claimant that makes it no longer.',
})
export class AnswerClaimInput {
  @Field(() => ID, { description: 'Id of the movement by which it is claimed.' })
  movement!: string;

  @Field(() => Boolean, {
    description:
      'True: the claimant is right, and responsible from now on. False: it is not; of the claimant itself, that it gives way.',
  })
  isRight!: boolean;

  @Field(() => String, { description: `Why, in words that name nobody: up to ${LONGEST_ANSWER} characters.` })
  answer!: string;

  @Field(() => ID, {
    nullable: true,
    description: "GSS code of the authority acted for; only a partnership's system names it.",
  })
  authority?: string | null;
}
