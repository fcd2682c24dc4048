import { DateScalar, FinancialYear, Pence, RequiresScopes, Synthetic } from '@hub/contract';
import { Field, ObjectType } from 'type-graphql';
import { ExecutiveDecision } from '../governance/decisions/executive-decision';

@ObjectType({ description: 'What was left of a closed year of the pooled budget, and was carried into the next.' })
@RequiresScopes('budget:read')
export class CarryForward extends Synthetic {
  @Field(() => FinancialYear, { description: 'The year that it was left of.' })
  fromYear!: string;

  @Field(() => FinancialYear, { description: 'The next year, which it is carried into.' })
  toYear!: string;

  @Field(() => Pence, { description: 'The amount.' })
  amountPence!: number;

  @Field(() => DateScalar, { description: 'The day it was carried forward.' })
  carriedOn!: string;

  @Field(() => ExecutiveDecision, { nullable: true, description: 'The decision that agreed it; null without one.' })
  decision!: ExecutiveDecision | null;
}
