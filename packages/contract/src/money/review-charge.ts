import { Directive, Field, ObjectType } from 'type-graphql';
import { DateScalar, Pence } from '@hub/scalars';
import { RequiresScopes } from '../access/requires-scopes';
import { Synthetic } from '../recording/synthetic';

/** TRI-55. */
@ObjectType({ description: 'A cost of a practice review, charged to a reserve.' })
@Directive('@shareable')
@RequiresScopes('budget:read')
export class ReviewCharge extends Synthetic {
  @Field(() => String, { description: 'Reference of the charge.' })
  reference!: string;

  @Field(() => String, { description: 'Reference of the practice review. It names no child.' })
  reviewReference!: string;

  @Field(() => Pence, { description: 'The amount charged.' })
  amountPence!: number;

  @Field(() => DateScalar, { description: 'The day it was charged.' })
  chargedOn!: string;
}
