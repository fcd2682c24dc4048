import { Directive, Field, InputType, ObjectType } from 'type-graphql';
import { Authenticated } from '../access/authenticated';
import { ListSize } from '../cost/list-size';
import { DateScalar } from '../scalars/date';
import { FinancialYear } from '../scalars/financial-year';
import { Pence } from '../scalars/pence';
import { LocalBudget } from './local-budget';
import { UserError } from '../recording/user-error';

/** HAV-08. */
@InputType({ description: 'The annual budget that a partnership approved.' })
export class ApproveLocalBudgetInput {
  @Field(() => FinancialYear, { description: 'The financial year: one budget each.' })
  financialYear!: string;

  @Field(() => Pence, { description: 'The amount approved, from 0.' })
  approvedPence!: number;

  @Field(() => String, { description: 'Reference of the decision.' })
  decisionReference!: string;

  @Field(() => DateScalar, { description: 'The day it was approved.' })
  approvedOn!: string;
}

@ObjectType({ description: 'Result of approving a budget.' })
@Directive('@shareable')
@Authenticated()
export class ApproveLocalBudgetPayload {
  @Field(() => LocalBudget, { nullable: true, description: 'The budget approved; null where it was refused.' })
  localBudget!: LocalBudget | null;

  @Field(() => [UserError], { description: 'Why nothing was recorded; empty where it was.' })
  @ListSize(3)
  userErrors!: UserError[];
}
