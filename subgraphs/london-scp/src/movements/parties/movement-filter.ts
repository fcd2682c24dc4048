import { MovementCategory, MovementSide, MovementState } from '@hub/contract';
import { Field, ID, InputType, Int } from 'type-graphql';

/** Which of one's own movements are looked for. */
@InputType({ description: "Which of one's own movements are looked for. All that is given must hold." })
export class MovementFilter {
  @Field(() => MovementState, { nullable: true, description: 'How far it has come.' })
  state?: MovementState | null;

  @Field(() => MovementCategory, { nullable: true, description: "The child's situation when moving." })
  category?: MovementCategory | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it has not ended.' })
  isOpen?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether a time limit has passed without what it waits for.' })
  isOverdue?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the destination disputes the referral.' })
  isDisputed?: boolean | null;

  @Field(() => ID, { nullable: true, description: 'GSS code of the authority at the other side.' })
  counterpart?: string | null;

  @Field(() => MovementSide, { nullable: true, description: 'The side that one is oneself.' })
  side?: MovementSide | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'At least how many notices, 2 to 100, there were of the child in the last 365 days, among those that one is ' +
      'party to: of others one is told nothing. These notices are listed.',
  })
  childMovedAtLeast?: number | null;
}
