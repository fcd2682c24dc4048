import { DateScalar, FinancialYear, Pence } from '@hub/contract';
import { Field, InputType } from 'type-graphql';

/** Money of the pooled budget to be set aside for a project. */
@InputType({ description: 'Money of the pooled budget set aside for a project, on a funding decision (LON-33).' })
export class RecordAllocationInput {
  @Field(() => String, { description: 'Reference of the allocation; the same again changes nothing.' })
  reference!: string;

  @Field(() => FinancialYear, { description: 'The financial year, which must be open.' })
  financialYear!: string;

  @Field(() => String, { description: 'The project it is set aside for.' })
  project!: string;

  @Field(() => Pence, { description: 'The amount, above 0.' })
  amountPence!: number;

  @Field(() => DateScalar, { description: 'The day it was set aside; not before the decision was signed off.' })
  allocatedOn!: string;

  @Field(() => String, { description: 'Reference of a funding decision that all three sectors signed off.' })
  decisionReference!: string;
}
