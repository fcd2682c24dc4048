import { Directive, Field, ObjectType } from 'type-graphql';
import { Pence } from '@hub/scalars';
import { Public } from '../access/public';

@ObjectType({ description: 'One item of a published account.' })
@Directive('@shareable')
@Public()
export class AccountItem {
  @Field(() => String, { description: 'The item as the account names it.' })
  name!: string;

  @Field(() => Pence, { description: 'Its amount.' })
  amountPence!: number;
}
