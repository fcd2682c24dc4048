import { Authenticated, ListSize, UserError } from '@hub/contract';
import { Field, ObjectType } from 'type-graphql';
import { Allocation } from '../allocation';
import { Expenditure } from '../expenditure';
import { PooledBudget } from '../pooled-budget-type';
import { PooledContribution } from '../pooled-contribution';

@ObjectType({ description: 'Result of opening or closing a financial year.' })
@Authenticated()
export class PooledBudgetPayload {
  @Field(() => PooledBudget, { nullable: true, description: 'The budget of the year; null where it was refused.' })
  pooledBudget!: PooledBudget | null;

  @Field(() => [UserError], { description: 'Why nothing was done; empty where it was.' })
  @ListSize(3)
  userErrors!: UserError[];
}

@ObjectType({ description: 'Result of recording an invitation, a pledge or a receipt.' })
@Authenticated()
export class PooledContributionPayload {
  @Field(() => PooledContribution, { nullable: true, description: 'The contribution; null where it was refused.' })
  contribution!: PooledContribution | null;

  @Field(() => [UserError], { description: 'Why nothing was recorded; empty where it was.' })
  @ListSize(3)
  userErrors!: UserError[];
}

@ObjectType({ description: 'Result of recording an expenditure.' })
@Authenticated()
export class ExpenditurePayload {
  @Field(() => Expenditure, { nullable: true, description: 'The expenditure; null where it was refused.' })
  expenditure!: Expenditure | null;

  @Field(() => [UserError], { description: 'Why nothing was recorded; empty where it was.' })
  @ListSize(3)
  userErrors!: UserError[];
}

@ObjectType({ description: 'Result of recording an allocation.' })
@Authenticated()
export class AllocationPayload {
  @Field(() => Allocation, { nullable: true, description: 'The allocation; null where it was refused.' })
  allocation!: Allocation | null;

  @Field(() => [UserError], { description: 'Why nothing was recorded; empty where it was.' })
  @ListSize(3)
  userErrors!: UserError[];
}
