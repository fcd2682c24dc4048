import { connectionOf, DateTimeScalar, MovementDisagreement, RequiresScopes, type RecordAnswer } from '@hub/contract';
import { Field, ID, ObjectType } from 'type-graphql';
import { RecordAnswers } from './record-answers';

@ObjectType({ description: 'A movement whose two sides disagree in one way, for its parties.' })
@RequiresScopes('movements:read')
export class DisagreeingMovement {
  @Field(() => MovementDisagreement, { description: 'The way.' })
  kind!: MovementDisagreement;

  @Field(() => ID, { description: 'Id of the movement; of a child who arrived without a notice, that of the record.' })
  movementId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'GSS code of the originating authority; null where there is no notice.',
  })
  originCode!: string | null;

  @Field(() => ID, { description: 'GSS code of the receiving authority.' })
  destinationCode!: string;

  @Field(() => RecordAnswers, { description: "What the origin's own record says." })
  originAnswer!: RecordAnswer;

  @Field(() => RecordAnswers, { description: "What the destination's own record says." })
  destinationAnswer!: RecordAnswer;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Since when the movement is in its state; null where there is no notice.',
  })
  since!: string | null;

  /** No field: it is for the record of access. */
  childPseudonym!: string | null;
}

/** Pages of them, by movement. */
export const DisagreeingMovementConnection = connectionOf('DisagreeingMovement', DisagreeingMovement);
