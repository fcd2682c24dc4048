import { RequiresScopes } from '@hub/contract';
import { type SubgraphContext, mutate } from '@hub/subgraph-kit';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { InviteContributionInput, RecordPledgeInput, RecordReceiptInput } from './contribution-inputs';
import { inviteContribution, recordPledge, recordReceipt } from './contributions';
import { CloseFinancialYearInput, OpenFinancialYearInput } from './financial-year-inputs';
import { closeFinancialYear, openFinancialYear } from './financial-years';
import { AllocationPayload, ExpenditurePayload, PooledBudgetPayload, PooledContributionPayload } from './payloads';
import { recordAllocation } from './record-allocation';
import { RecordAllocationInput } from './record-allocation-input';
import { recordExpenditure } from './record-expenditure';
import { RecordExpenditureInput } from './record-expenditure-input';

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
      'Closes the books of a financial year for good. Codes: YEAR_NOT_OPENED, DATE_OUT_OF_RANGE, ALREADY_RECORDED.',
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
      'Invites an agency to contribute (LON-31). ' +
      'Codes: TEXT_BLANK, TARGET_NOT_LONDON, PROJECT_MISSING, PROJECT_NOT_EXPECTED, PARTNERSHIP_UNKNOWN, REFERENCE_TAKEN, YEAR_NOT_OPENED, YEAR_CLOSED.',
  })
  @RequiresScopes('budget:write')
  async inviteContribution(
    @Ctx() context: SubgraphContext,
    @Arg('input', () => InviteContributionInput, { description: 'The invitation.' }) input: InviteContributionInput,
  ) {
    const { result, userErrors } = await mutate(context, (manager) => inviteContribution(manager, input));
    return { contribution: result, userErrors };
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
      'Codes: AMOUNT_NOT_POSITIVE, REFERENCE_UNKNOWN, ALREADY_RECORDED, YEAR_CLOSED.',
  })
  @RequiresScopes('budget:write')
  async recordReceipt(
    @Ctx() context: SubgraphContext,
    @Arg('input', () => RecordReceiptInput, { description: 'The receipt.' }) input: RecordReceiptInput,
  ) {
    const { result, userErrors } = await mutate(context, (manager) => recordReceipt(manager, input));
    return { contribution: result, userErrors };
  }

  @Mutation(() => ExpenditurePayload, {
    nullable: true,
    description:
      'Records money spent, on a funding decision that the three sectors signed off (LON-33). ' +
      'What is spent and what is allocated on a decision stay together within its sum, and demonstration receipts cover no spending. ' +
      'Codes: TEXT_BLANK, AMOUNT_NOT_POSITIVE, REFERENCE_TAKEN, YEAR_NOT_OPENED, YEAR_CLOSED, DECISION_MISSING, DECISION_UNKNOWN, DECISION_OF_OTHER_KIND, DECISION_NOT_SIGNED_OFF, DECISION_IS_DEMONSTRATION, DECISION_WITHOUT_AMOUNT, SPENT_BEFORE_DECISION, ABOVE_DECISION, ABOVE_RECEIPTS.',
  })
  @RequiresScopes('budget:write')
  async recordExpenditure(
    @Ctx() context: SubgraphContext,
    @Arg('input', () => RecordExpenditureInput, { description: 'The expenditure.' }) input: RecordExpenditureInput,
  ) {
    const { result, userErrors } = await mutate(context, (manager) => recordExpenditure(manager, input));
    return { expenditure: result, userErrors };
  }

  @Mutation(() => AllocationPayload, {
    nullable: true,
    description:
      'Records money set aside for a project, on a funding decision that the three sectors signed off (LON-33). ' +
      'What is spent and what is allocated on a decision stay together within its sum. ' +
      'Codes: TEXT_BLANK, AMOUNT_NOT_POSITIVE, REFERENCE_TAKEN, YEAR_NOT_OPENED, YEAR_CLOSED, DECISION_MISSING, DECISION_UNKNOWN, DECISION_OF_OTHER_KIND, DECISION_NOT_SIGNED_OFF, DECISION_IS_DEMONSTRATION, DECISION_WITHOUT_AMOUNT, ALLOCATED_BEFORE_DECISION, ABOVE_DECISION.',
  })
  @RequiresScopes('budget:write')
  async recordAllocation(
    @Ctx() context: SubgraphContext,
    @Arg('input', () => RecordAllocationInput, { description: 'The allocation.' }) input: RecordAllocationInput,
  ) {
    const { result, userErrors } = await mutate(context, (manager) => recordAllocation(manager, input));
    return { allocation: result, userErrors };
  }
}
