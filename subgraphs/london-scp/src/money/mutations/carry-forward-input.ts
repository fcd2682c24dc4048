import { DateScalar, FinancialYear, Pence } from '@hub/contract';
import { Field, InputType } from 'type-graphql';

/** What is left of a year of the pooled budget, to be carried into the next. */
@InputType({ description: 'What is left of a closed year, to be carried into the next.' })
export class CarryForwardInput {
  @Field(() => FinancialYear, {
    description: 'The year that it is left of, which must be closed; the next must be open.',
  })
  fromYear!: string;

  @Field(() => Pence, { description: 'The amount, above 0 and up to what is left.' })
  amountPence!: number;

  @Field(() => DateScalar, {
    description: 'The day it is carried forward; not before the books of the year were closed.',
  })
  carriedOn!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Reference of the funding decision that agreed it, which all three sectors signed off.',
  })
  decisionReference?: string | null;
}
