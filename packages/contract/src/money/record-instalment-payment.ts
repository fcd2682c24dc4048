import { Field, InputType } from 'type-graphql';
import { DateScalar, Pence } from '@hub/scalars';

@InputType({ description: 'One of several payments of a contribution.' })
export class RecordInstalmentPaymentInput {
  @Field(() => String, { description: 'Reference of the payment; recording the same again changes nothing.' })
  reference!: string;

  @Field(() => String, { description: 'Reference of the contribution.' })
  contributionReference!: string;

  @Field(() => Pence, { description: 'The amount, above 0.' })
  amountPence!: number;

  @Field(() => DateScalar, { description: 'The day it was paid; in the books of London Councils, was received.' })
  paidOn!: string;
}
