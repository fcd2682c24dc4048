import { Authenticated, ListSize, UserError } from '@hub/contract';
import { Field, ObjectType } from 'type-graphql';
import { ExecutiveDecision } from './executive-decision';

@ObjectType({ description: 'What recording a decision or a sign-off did.' })
@Authenticated()
export class ExecutiveDecisionPayload {
  @Field(() => ExecutiveDecision, { nullable: true, description: 'The decision; null where nothing was done.' })
  decision!: ExecutiveDecision | null;

  @Field(() => [UserError], { description: 'Why nothing was done; empty where it was.' })
  @ListSize(3)
  userErrors!: UserError[];
}
