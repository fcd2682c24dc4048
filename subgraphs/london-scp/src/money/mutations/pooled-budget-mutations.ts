import { RequiresScopes } from '@hub/contract';
import { type SubgraphContext, mutate } from '@hub/subgraph-kit';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { CloseFinancialYearInput, OpenFinancialYearInput } from './financial-year-inputs';
import { closeFinancialYear, openFinancialYear } from './financial-years';
import { PooledBudgetPayload } from './payloads';

/** How London Councils opens and closes the books of the pooled budget (LON-32). */
@Resolver()
export class PooledBudgetMutations {
  @Mutation(() => PooledBudgetPayload, {
    nullable: true,
    description: 'Opens the pooled budget of a financial year. Codes: YEAR_CLOSED.',
  })
  @RequiresScopes('budget:write')
  async openFinancialYear(
    @Ctx() context: SubgraphContext,
    @Arg('input', () => OpenFinancialYearInput, { description: 'The year.' }) input: OpenFinancialYearInput,
  ) {
    const { result, userErrors } = await mutate(context, (manager) => openFinancialYear(manager, input));
    return { pooledBudget: result, userErrors };
  }

  @Mutation(() => PooledBudgetPayload, {
    nullable: true,
    description:
      'Closes the books of a financial year for good. Codes: YEAR_NOT_OPENED, DATE_OUT_OF_RANGE, DATE_IN_FUTURE, ALREADY_RECORDED.',
  })
  @RequiresScopes('budget:write')
  async closeFinancialYear(
    @Ctx() context: SubgraphContext,
    @Arg('input', () => CloseFinancialYearInput, { description: 'The year.' }) input: CloseFinancialYearInput,
  ) {
    const { result, userErrors } = await mutate(context, (manager) => closeFinancialYear(manager, input));
    return { pooledBudget: result, userErrors };
  }
}
