import { Directive, Field, ObjectType } from 'type-graphql';
import { Pence } from '@hub/scalars';
import { Public } from '../access/public';
import { ListSize } from '../cost/list-size';
import { AccountSideKind } from './account-side-kind';
import { AccountItem } from './account-item';

@ObjectType({
  description: 'One side of a published account: its items, its stated total, and whether they agree.',
})
@Directive('@shareable')
@Public()
export class AccountSide {
  @Field(() => AccountSideKind, { description: 'Income or expenditure.' })
  side!: AccountSideKind;

  @Field(() => [AccountItem], {
    description: 'Its items, in the order of the account; empty where our source gives only their sum.',
  })
  @ListSize(8)
  items!: AccountItem[];

  @Field(() => Pence, { description: 'Sum of the items.' })
  itemsPence!: number;

  @Field(() => Pence, { description: 'The total that the account states.' })
  statedPence!: number;

  @Field(() => Pence, { description: 'Stated total less the sum of the items: 0 where they agree.' })
  differencePence!: number;

  @Field(() => Boolean, { description: 'Whether the stated total is the sum of the items.' })
  agrees!: boolean;
}
