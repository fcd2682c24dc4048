import { Directive, Field, ObjectType } from 'type-graphql';
import { FinancialYear } from '@hub/scalars';
import { Public } from '../access/public';
import { ListSize } from '../cost/list-size';
import { AccountSide } from './account-side';

@ObjectType({
  description:
    'An account as it was published. A stated total that its items do not make is shown with the difference.',
})
@Directive('@shareable')
@Public()
export class PublishedAccount {
  @Field(() => String, { description: 'What the account is of.' })
  title!: string;

  @Field(() => FinancialYear, { description: 'The financial year it covers.' })
  financialYear!: string;

  @Field(() => String, { description: 'Who published it.' })
  publisher!: string;

  @Field(() => String, { description: 'Address at which it was published.' })
  source!: string;

  @Field(() => [AccountSide], { description: 'Its sides: income, expenditure.' })
  @ListSize(2)
  sides!: AccountSide[];
}
