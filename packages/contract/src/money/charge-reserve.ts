import { Field, ID, InputType } from 'type-graphql';
import { DateScalar, Pence } from '@hub/scalars';

/** TRI-55. */
@InputType({ description: 'A cost of a practice review, to be charged to the reserve of a local authority.' })
export class ChargeReserveInput {
  @Field(() => String, { description: 'Reference of the charge; posting the same again changes nothing.' })
  reference!: string;

  @Field(() => ID, { description: 'GSS code of the local authority that holds the reserve.' })
  localAuthority!: string;

  @Field(() => String, { description: 'Reference of the practice review. It must name no child.' })
  reviewReference!: string;

  @Field(() => Pence, { description: 'The amount, above 0 and up to the balance.' })
  amountPence!: number;

  @Field(() => DateScalar, { description: 'The day it is charged.' })
  chargedOn!: string;
}
