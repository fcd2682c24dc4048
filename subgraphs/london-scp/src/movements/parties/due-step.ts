import { AwaitedMovementStep, connectionOf, RequiresScopes } from '@hub/contract';
import { Field, ObjectType } from 'type-graphql';
import { ChildMovement } from '../child-movement';

/** A step that a time limit waits for, of a movement that one is party to. */
@ObjectType({ description: 'A step that a time limit waits for, of a movement to which one is party.' })
@RequiresScopes('movements:read')
export class DueStep {
  @Field(() => ChildMovement, { description: 'The movement.' })
  movement!: ChildMovement;

  @Field(() => AwaitedMovementStep, { description: 'The step: whose it is, and until when.' })
  step!: AwaitedMovementStep;
}

/** Pages of them, what is due first comes first. */
export const DueStepConnection = connectionOf('DueStep', DueStep);
