import { DateScalar, FinancialYear } from '@hub/contract';
import { Field, InputType } from 'type-graphql';

@InputType({ description: 'A financial year to open.' })
export class OpenFinancialYearInput {
  @Field(() => FinancialYear, { description: 'The financial year.' })
  financialYear!: string;
}

@InputType({ description: 'A financial year to close.' })
export class CloseFinancialYearInput {
  @Field(() => FinancialYear, { description: 'The financial year.' })
  financialYear!: string;

  @Field(() => DateScalar, { description: 'The day its books are closed; not before the year begins.' })
  closedOn!: string;
}
