import { DateScalar, Pence, RequiresScopes, Synthetic } from '@hub/contract';
import { Field, ObjectType } from 'type-graphql';
import { ExecutiveDecision } from '../governance/decisions/executive-decision';

@ObjectType({ description: 'Money spent from the pooled budget, on a funding decision of the Executive (LON-33).' })
@RequiresScopes('budget:read')
export class Expenditure extends Synthetic {
  @Field(() => String, { description: 'Reference of the expenditure.' })
  reference!: string;

  @Field(() => String, { description: 'What it was spent on.' })
  description!: string;

  @Field(() => Pence, { description: 'The amount spent.' })
  amountPence!: number;

  @Field(() => DateScalar, { description: 'The day it was spent.' })
  spentOn!: string;

  @Field(() => String, { description: 'Reference of the funding decision it rests on.' })
  decisionReference!: string;

  @Field(() => ExecutiveDecision, { nullable: true, description: 'The funding decision it rests on.' })
  decision!: ExecutiveDecision | null;
}
