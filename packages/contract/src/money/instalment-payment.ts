import { Directive, Field, ObjectType } from 'type-graphql';
import { DateScalar, Pence } from '@hub/scalars';
import { RequiresScopes } from '../access/requires-scopes';
import { Synthetic } from '../recording/synthetic';

@ObjectType({ description: 'One of several payments of a contribution, in the books of who keeps them.' })
@Directive('@shareable')
@RequiresScopes('budget:read')
export class InstalmentPayment extends Synthetic {
  @Field(() => String, { description: 'Reference of the payment.' })
  reference!: string;

  @Field(() => Pence, { description: 'The amount.' })
  amountPence!: number;

  @Field(() => DateScalar, { description: 'The day it was paid; in the books of London Councils, was received.' })
  paidOn!: string;
}
