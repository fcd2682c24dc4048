import { ListSize, MovementReceipt, RequiresScopes, UserError } from '@hub/contract';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { MovementDeliveryProblem } from './delivery-problem';

@ObjectType({ description: 'Result of some messages.' })
@RequiresScopes('movements:write')
export class RecordMovementMessagesPayload {
  @Field(() => [MovementReceipt], { description: 'One a message, in the order of the messages.' })
  @ListSize(50)
  receipts!: MovementReceipt[];

  @Field(() => [UserError], { description: 'Why none was looked at; empty where they were.' })
  @ListSize(3)
  userErrors!: UserError[];
}

/** Deliveries that a partnership has taken. */
@InputType({ description: 'Deliveries that were taken, and need not come again.' })
export class AcknowledgeMovementDeliveriesInput {
  @Field(() => [ID], { description: 'Ids of 1 to 100 deliveries.' })
  ids!: string[];
}

@ObjectType({ description: 'Deliveries that will not come again.' })
@RequiresScopes('movements:write')
export class AcknowledgeMovementDeliveriesPayload {
  @Field(() => [ID], { description: 'Ids of those that are acknowledged, now or before.' })
  @ListSize(100)
  acknowledged!: string[];

  @Field(() => [UserError], { description: 'Why none was looked at; empty where they were.' })
  @ListSize(3)
  userErrors!: UserError[];
}

@InputType({ description: 'A delivery that could not be taken.' })
export class MovementDeliveryReport {
  @Field(() => ID, { description: 'Id of the delivery.' })
  id!: string;

  @Field(() => MovementDeliveryProblem, { description: 'Why.' })
  problem!: MovementDeliveryProblem;
}

/** Deliveries that a partnership could not take. */
@InputType({ description: 'Deliveries that could not be taken, and are to be offered again after what is new.' })
export class ReportMovementDeliveriesInput {
  @Field(() => [MovementDeliveryReport], { description: '1 to 100 deliveries.' })
  deliveries!: MovementDeliveryReport[];
}

@ObjectType({ description: 'Deliveries that are now listed as not taken.' })
@RequiresScopes('movements:write')
export class ReportMovementDeliveriesPayload {
  @Field(() => [ID], { description: 'Ids of those that are listed.' })
  @ListSize(100)
  reported!: string[];

  @Field(() => [UserError], { description: 'Why none was looked at; empty where they were.' })
  @ListSize(3)
  userErrors!: UserError[];
}
