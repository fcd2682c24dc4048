import { FinancialYear, Pence } from '@hub/contract';
import { Field, ObjectType } from 'type-graphql';
import { LocalPartnership } from '../directory/local-partnership';
import { PooledContribution } from './pooled-contribution';

/** The London SCP's pooled budget of one financial year (LON-31 to LON-33). */
@ObjectType({ description: "The London SCP's pooled budget of one financial year." })
export class PooledBudget {
  @Field(() => FinancialYear, { description: 'The financial year.' })
  financialYear!: string;

  @Field(() => String, { description: 'Who holds the budget (LON-32).' })
  holder!: string;

  @Field(() => Pence, { description: 'Sum of all pledges, to the pool and to projects.' })
  pledgedPence!: number;

  @Field(() => Pence, { description: 'Sum of all receipts, to the pool and to projects.' })
  receivedPence!: number;

  @Field(() => [PooledContribution], { description: 'Contributions, by reference.' })
  contributions!: PooledContribution[];

  @Field(() => [LocalPartnership], { description: 'Partnerships whose agencies were invited to contribute.' })
  partnerships!: LocalPartnership[];
}
