import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '@hub/scalars';
import { RequiresScopes } from '../access/requires-scopes';
import { MovementMove } from './movement-move';
import { RefusedStepSettlement } from './refused-step-settlement';
import { connectionOf } from '../paging/connection';

@ObjectType({ description: "A partnership's message that the hub has not recorded: its owner sees to it." })
@Directive('@shareable')
@RequiresScopes('movements:read')
export class OutboxMessage {
  /** For the record of access. */
  childPseudonym!: string | null;

  @Field(() => ID, { description: 'Id of the message.' })
  messageId!: string;

  @Field(() => ID, { description: 'Id of the movement.' })
  movement!: string;

  @Field(() => MovementMove, { description: 'The step that it says was taken.' })
  move!: MovementMove;

  @Field(() => DateTimeScalar, { description: 'When it was written.' })
  writtenAt!: string;

  @Field(() => Int, { description: 'How often it was sent in vain.' })
  attempts!: number;

  @Field(() => String, { nullable: true, description: 'Why it has not arrived; null before the first attempt.' })
  lastProblem!: string | null;

  @Field(() => String, { nullable: true, description: 'Why the hub refuses it: a stable code; null while it waits.' })
  code!: string | null;

  @Field(() => String, { nullable: true, description: 'The field at fault.' })
  field!: string | null;

  @Field(() => String, { nullable: true, description: 'What is wrong, and what to do about it.' })
  reason!: string | null;

  @Field(() => ID, { description: 'Who wrote it, and sees to it: the stable id of the person.' })
  owner!: string;

  @Field(() => RefusedStepSettlement, {
    nullable: true,
    description: 'By whom a refused one was settled, and what they found; null while nobody has settled it.',
  })
  settlement!: RefusedStepSettlement | null;
}

/** Pages of them, oldest first. */
export const OutboxMessageConnection = connectionOf('OutboxMessage', OutboxMessage);
