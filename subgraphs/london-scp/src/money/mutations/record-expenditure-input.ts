import { DateScalar, FinancialYear, Pence } from '@hub/contract';
import { Field, InputType } from 'type-graphql';

/** Money spent from the pooled budget. */
@InputType({ description: 'Money spent from the pooled budget on a funding decision (LON-33).' })
export class RecordExpenditureInput {
  @Field(() => String, { description: 'Reference of the expenditure; the same again changes nothing.' })
  reference!: string;

  @Field(() => FinancialYear, { description: 'The financial year, which must be open.' })
  financialYear!: string;

  @Field(() => String, { description: 'What it was spent on.' })
  description!: string;

  @Field(() => Pence, { description: 'The amount, above 0.' })
  amountPence!: number;

  @Field(() => DateScalar, { description: 'The day it was spent; not before the decision was signed off.' })
  spentOn!: string;

  @Field(() => String, { description: 'Reference of a funding decision that all three sectors signed off.' })
  decisionReference!: string;
}
