import { DateScalar, Pence, RequiresScopes, Synthetic } from '@hub/contract';
import { Field, ObjectType } from 'type-graphql';
import { ExecutiveDecision } from '../governance/decisions/executive-decision';

@ObjectType({
  description: 'Money of the pooled budget set aside for a project, on a funding decision of the Executive (LON-33).',
})
@RequiresScopes('budget:read')
export class Allocation extends Synthetic {
  @Field(() => String, { description: 'Reference of the allocation.' })
  reference!: string;

  @Field(() => String, { description: 'The project it is set aside for.' })
  project!: string;

  @Field(() => Pence, { description: 'The amount set aside.' })
  amountPence!: number;

  @Field(() => DateScalar, { description: 'The day it was set aside.' })
  allocatedOn!: string;

  @Field(() => ExecutiveDecision, { nullable: true, description: 'The funding decision it rests on.' })
  decision!: ExecutiveDecision | null;
}
