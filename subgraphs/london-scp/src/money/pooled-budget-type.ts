import { DateScalar, FinancialYear, ListSize, Pence, RequiresScopes, Synthetic } from '@hub/contract';
import { Directive, Field, ObjectType } from 'type-graphql';
import { DIRECTORY_SIZE } from '../directory/directory-size';
import { LocalPartnership } from '../directory/local-partnership';
import { Allocation } from './allocation';
import { BudgetStatus } from './budget-status';
import { BudgetYearReference } from './budget-year-reference';
import { CarryForward } from './carry-forward';
import { Expenditure } from './expenditure';
import { PooledContribution } from './pooled-contribution';

/** The London SCP's pooled budget of one financial year (LON-31 to LON-33). */
@ObjectType({ description: "The London SCP's pooled budget of one financial year." })
@Directive('@key(fields: "financialYear")')
@RequiresScopes('budget:read')
export class PooledBudget extends Synthetic {
  @Field(() => FinancialYear, { description: 'The financial year.' })
  financialYear!: string;

  @Field(() => String, { description: 'Who holds the budget (LON-32).' })
  holder!: string;

  @Field(() => BudgetStatus, { description: 'Whether it takes entries.' })
  status!: BudgetStatus;

  @Field(() => DateScalar, { nullable: true, description: 'The day its books were closed; null while it is open.' })
  closedOn!: string | null;

  @Field(() => Pence, { description: 'Sum of all pledges of money, to the pool and to projects.' })
  pledgedPence!: number;

  @Field(() => Pence, { description: 'Sum of all receipts of money, to the pool and to projects.' })
  receivedPence!: number;

  @Field(() => Pence, { description: 'Sum of all expenditure.' })
  spentPence!: number;

  @Field(() => Pence, { description: 'Sum of all allocations.' })
  allocatedPence!: number;

  @Field(() => CarryForward, { nullable: true, description: 'What was carried into it from the year before.' })
  broughtForward!: CarryForward | null;

  @Field(() => CarryForward, { nullable: true, description: 'What was left of it and carried into the next year.' })
  carriedForward!: CarryForward | null;

  @Field(() => Pence, { description: 'What is left: received and brought forward, less spent and carried forward.' })
  balancePence!: number;

  @Field(() => [PooledContribution], { description: 'Contributions, by reference.' })
  @ListSize(6 * DIRECTORY_SIZE)
  contributions!: PooledContribution[];

  @Field(() => [Expenditure], { description: 'What was spent, by day.' })
  @ListSize(5)
  expenditures!: Expenditure[];

  @Field(() => [Allocation], { description: 'What was set aside for projects, by day.' })
  @ListSize(5)
  allocations!: Allocation[];

  @Field(() => [LocalPartnership], { description: 'Partnerships whose agencies were invited to contribute.' })
  @ListSize(DIRECTORY_SIZE)
  partnerships!: LocalPartnership[];

  @Field(() => [BudgetYearReference], {
    nullable: 'items',
    description: 'This year of every partnership, whether it keeps its books in the hub or not.',
  })
  @ListSize(DIRECTORY_SIZE)
  budgetYears!: (object | null)[];

  @Field(() => [BudgetYearReference], {
    nullable: 'items',
    description: 'The year before of every partnership.',
  })
  @ListSize(DIRECTORY_SIZE)
  previousBudgetYears!: (object | null)[];
}
