import { MovementReceipt, RequiresScopes, UserError } from '@hub/contract';
import { Field, ID, InputType, ObjectType } from 'type-graphql';

/** What became of some messages. */
@ObjectType({ description: 'What became of some messages.' })
@RequiresScopes('movements:write')
export class RecordMovementMessagesPayload {
  @Field(() => [MovementReceipt], { description: 'One a message, in the order of the messages.' })
  receipts!: MovementReceipt[];

  @Field(() => [UserError], { description: 'Why none was looked at; empty where they were.' })
  userErrors!: UserError[];
}

/** Deliveries that a partnership has taken. */
@InputType({ description: 'Deliveries that were taken, and need not come again.' })
export class AcknowledgeMovementDeliveriesInput {
  @Field(() => [ID], { description: 'Ids of 1 to 100 deliveries.' })
  ids!: string[];
}

/** What became of them. */
@ObjectType({ description: 'Deliveries that will not come again.' })
@RequiresScopes('movements:write')
export class AcknowledgeMovementDeliveriesPayload {
  @Field(() => [ID], { description: 'Ids of those that are acknowledged, now or before.' })
  acknowledged!: string[];

  @Field(() => [UserError], { description: 'Why none was looked at; empty where they were.' })
  userErrors!: UserError[];
}
