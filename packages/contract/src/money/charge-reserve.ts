import { Directive, Field, ID, InputType, ObjectType } from 'type-graphql';
import { Authenticated } from '../access/authenticated';
import { ListSize } from '../cost/list-size';
import { DateScalar } from '../scalars/date';
import { Pence } from '../scalars/pence';
import { Reserve } from './reserve';
import { UserError } from '../recording/user-error';

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

@ObjectType({ description: 'Result of charging a reserve.' })
@Directive('@shareable')
@Authenticated()
export class ChargeReservePayload {
  @Field(() => Reserve, { nullable: true, description: 'The reserve after the charge; null where it was refused.' })
  reserve!: Reserve | null;

  @Field(() => [UserError], { description: 'Why nothing was charged; empty where it was.' })
  @ListSize(3)
  userErrors!: UserError[];
}
