import { Directive, Field, ObjectType } from 'type-graphql';
import { DateScalar, Pence } from '@hub/scalars';
import { RequiresScopes } from '../access/requires-scopes';
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
