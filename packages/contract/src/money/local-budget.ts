import { Directive, Field, ObjectType } from 'type-graphql';
import { RequiresScopes } from '../access/requires-scopes';
import { DateScalar } from '../scalars/date';
import { Pence } from '../scalars/pence';
import { Synthetic } from '../recording/synthetic';

@ObjectType({ description: 'The annual budget that a partnership approved: one a financial year (HAV-08).' })
@Directive('@shareable')
@RequiresScopes('budget:read')
export class LocalBudget extends Synthetic {
  @Field(() => Pence, { description: 'The amount approved.' })
  approvedPence!: number;

  @Field(() => String, { description: "Reference of the partnership's decision." })
  decisionReference!: string;

  @Field(() => DateScalar, { description: 'The day it was approved.' })
  approvedOn!: string;
}
