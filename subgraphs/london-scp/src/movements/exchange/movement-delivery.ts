import { DateTimeScalar, MovementMove, MovementSide, RequiresScopes } from '@hub/contract';
import { Field, ID, ObjectType } from 'type-graphql';
import { MovementDeliveryProblem } from './delivery-problem';

/** A message as a partnership takes it. */
@ObjectType({ description: 'A step of a movement, as the hub recorded it.' })
@RequiresScopes('movements:read')
export class MovementMessage {
  /** For the record of access. */
  childPseudonym!: string | null;

  @Field(() => ID, { description: 'Id of the message.' })
  id!: string;

  @Field(() => ID, { description: 'Id of the movement.' })
  movement!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The message that it follows; null for a notice. Take it once that one is there.',
  })
  after!: string | null;

  @Field(() => MovementMove, { description: 'The step.' })
  move!: MovementMove;

  @Field(() => MovementSide, { description: 'The side that took it.' })
  side!: MovementSide;

  @Field(() => ID, { description: 'GSS code of the authority that took it.' })
  authority!: string;

  @Field(() => ID, { description: 'Stable id of the person who took it.' })
  person!: string;

  @Field(() => String, { description: 'The role in which it was taken, as `duty-team`.' })
  role!: string;

  @Field(() => DateTimeScalar, { description: 'When it was taken, as its side says.' })
  occurredAt!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the hub recorded it; null where it was refused.' })
  recordedAt!: string | null;

  @Field(() => String, { description: 'What it says, as JSON.' })
  data!: string;
}

/** Why a message that was held is refused. */
@ObjectType({ description: 'Why a message was refused.' })
@RequiresScopes('movements:read')
export class MovementMessageRefusal {
  @Field(() => String, { description: 'Stable code, as `OUT_OF_ORDER`.' })
  code!: string;

  @Field(() => String, { description: 'The field at fault.' })
  field!: string;

  @Field(() => String, { description: 'What is wrong, and what to do about it.' })
  message!: string;
}

/** Something for a partnership's system to take. */
@ObjectType({ description: "Something for a partnership's system to take, and to acknowledge once it has." })
@RequiresScopes('movements:read')
export class MovementDelivery {
  @Field(() => ID, { description: 'Id of the delivery.' })
  id!: string;

  @Field(() => MovementMessage, { description: 'A step that was recorded; or one of your own, where it is refused.' })
  message!: MovementMessage;

  @Field(() => MovementMessageRefusal, {
    nullable: true,
    description: 'Why your message, which was held, is refused now; null for a step that was recorded.',
  })
  refusal!: MovementMessageRefusal | null;

  @Field(() => MovementDeliveryProblem, {
    nullable: true,
    description: 'What your system has reported of it; null while it has reported nothing.',
  })
  problem!: MovementDeliveryProblem | null;
}
