import { Field, InputType } from 'type-graphql';
import { DateScalar, FinancialYear, Pence } from '@hub/scalars';

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
