import { AwaitedMovementStep, connectionOf, RequiresScopes } from '@hub/contract';
import { Field, ObjectType } from 'type-graphql';
import { ArrivalQuestion } from '../arrivals/arrival-question';
import { ChildMovement } from '../child-movement';
import { ResponsibilityClaim } from '../responsibility/responsibility-claim';

/** A step that a time limit waits for, or an answer that one authority waits for of another. */
@ObjectType({
  description:
    'What an authority waits for: a step of a movement to which one is party, or an answer, to a claim or to a question about an arrival.',
})
@RequiresScopes('movements:read')
export class DueStep {
  @Field(() => ChildMovement, { nullable: true, description: 'The movement; null of an answer.' })
  movement!: ChildMovement | null;

  @Field(() => AwaitedMovementStep, {
    nullable: true,
    description: 'The step: whose it is, and until when; null of an answer.',
  })
  step!: AwaitedMovementStep | null;

  @Field(() => ResponsibilityClaim, {
    nullable: true,
    description: 'The claim that is to be answered, by whoever is responsible; null of anything else.',
  })
  claim!: ResponsibilityClaim | null;

  @Field(() => ArrivalQuestion, {
    nullable: true,
    description: 'The question that is to be answered; null of anything else.',
  })
  question!: ArrivalQuestion | null;
}

/** Pages of them, what is due first comes first. */
export const DueStepConnection = connectionOf('DueStep', DueStep);
