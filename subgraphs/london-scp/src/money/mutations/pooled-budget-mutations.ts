import { RequiresScopes } from '@hub/contract';
import { type SubgraphContext, mutate } from '@hub/subgraph-kit';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { RecordPledgeInput, RecordReceiptInput } from './contribution-inputs';
import { recordPledge, recordReceipt } from './contributions';
import { CloseFinancialYearInput, OpenFinancialYearInput } from './financial-year-inputs';
import { closeFinancialYear, openFinancialYear } from './financial-years';
import { PooledBudgetPayload, PooledContributionPayload } from './payloads';

/** What London Councils records in the books of the pooled budget (LON-32). */
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

  @Mutation(() => PooledContributionPayload, {
    nullable: true,
    description:
      'Records what an agency pledged; zero is an answer. ' +
      'Recorded on a demonstration record it is demonstration too, and goes with it. ' +
      'Codes: NEGATIVE_AMOUNT, REFERENCE_UNKNOWN, ALREADY_RECORDED, YEAR_CLOSED.',
  })
  @RequiresScopes('budget:write')
  async recordPledge(
    @Ctx() context: SubgraphContext,
    @Arg('input', () => RecordPledgeInput, { description: 'The pledge.' }) input: RecordPledgeInput,
  ) {
    const { result, userErrors } = await mutate(context, (manager) => recordPledge(manager, input));
    return { contribution: result, userErrors };
  }

  @Mutation(() => PooledContributionPayload, {
    nullable: true,
    description:
      'Records what London Councils received (LON-32). ' +
      'Recorded on a demonstration record it is demonstration too, and goes with it. ' +
      'Codes: AMOUNT_NOT_POSITIVE, DATE_IN_FUTURE, REFERENCE_UNKNOWN, ALREADY_RECORDED, YEAR_CLOSED.',
  })
  @RequiresScopes('budget:write')
  async recordReceipt(
    @Ctx() context: SubgraphContext,
    @Arg('input', () => RecordReceiptInput, { description: 'The receipt.' }) input: RecordReceiptInput,
  ) {
    const { result, userErrors } = await mutate(context, (manager) => recordReceipt(manager, input));
    return { contribution: result, userErrors };
  }
}
