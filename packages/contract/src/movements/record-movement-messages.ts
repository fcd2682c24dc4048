import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { DateTimeScalar } from '@hub/scalars';
import { RequiresScopes } from '../access/requires-scopes';
import { MovementMove } from './movement-move';
import { MovementSide } from './movement-side';

@InputType({ description: 'A step of a movement, as the system of a partnership sends it to the hub.' })
export class MovementMessageInput {
  @Field(() => ID, { description: 'Id of the message, a UUID: the same again changes nothing.' })
  id!: string;

  @Field(() => ID, { description: 'Id of the movement, as `movement:01J…`; the notice makes it.' })
  movement!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The message that its sender had last of the movement; null for a notice.',
  })
  after?: string | null;

  @Field(() => MovementMove, { description: 'The step.' })
  move!: MovementMove;

  @Field(() => MovementSide, { description: 'The side that takes it.' })
  side!: MovementSide;

  @Field(() => ID, { description: 'GSS code of the authority that takes it.' })
  authority!: string;

  @Field(() => ID, { description: 'Stable id of the person who took it.' })
  person!: string;

  @Field(() => String, { description: 'The role in which it was taken, as `duty-team`.' })
  role!: string;

  @Field(() => DateTimeScalar, { description: 'When it was taken.' })
  occurredAt!: string;

  @Field(() => String, {
    description:
      'What it says, as JSON: what NotifyMovementInput and TakeMovementStepInput name, of a link `childPseudonym`, and of a notice that, `siblings` and `siblingsApart`.',
  })
  data!: string;
}

@InputType({ description: 'Messages of one partnership, in the order in which they were written.' })
export class RecordMovementMessagesInput {
  @Field(() => [MovementMessageInput], { description: '1 to 50 messages.' })
  messages!: MovementMessageInput[];
}

export enum MovementReceiptOutcome {
  RECORDED = 'RECORDED',
  ALREADY_RECORDED = 'ALREADY_RECORDED',
  HELD = 'HELD',
  REFUSED = 'REFUSED',
}

registerEnumType(MovementReceiptOutcome, {
  name: 'MovementReceiptOutcome',
  description: 'Result of a message at the hub.',
  valuesConfig: {
    RECORDED: { description: 'It is recorded.' },
    ALREADY_RECORDED: { description: 'It was recorded before; nothing changed.' },
    HELD: { description: 'It waits for the message that it follows.' },
    REFUSED: { description: 'It is not a step that can be taken; `code`, `field` and `message` say why.' },
  },
});

@ObjectType({ description: 'Result of one message at the hub.' })
@RequiresScopes('movements:write')
export class MovementReceipt {
  @Field(() => ID, { description: 'Id of the message.' })
  messageId!: string;

  @Field(() => MovementReceiptOutcome, { description: 'Its result.' })
  outcome!: MovementReceiptOutcome;

  @Field(() => String, { nullable: true, description: 'Why it was refused: a stable code.' })
  code!: string | null;

  @Field(() => String, { nullable: true, description: 'The field at fault.' })
  field!: string | null;

  @Field(() => String, { nullable: true, description: 'What is wrong, and what to do about it.' })
  message!: string | null;
}
