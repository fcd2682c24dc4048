import {
  agencyIdWithin,
  ApproveLocalBudgetInput,
  ApproveLocalBudgetPayload,
  ChargeReserveInput,
  ChargeReservePayload,
  OpenReserveInput,
  OpenReservePayload,
  RecordContributionInput,
  RecordContributionPayload,
  RequiresScopes,
} from '@hub/contract';
import { type SubgraphContext, mutate } from '@hub/subgraph-kit';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { partnershipIdOf } from '../recording/camel-case';
import { approveLocalBudget } from './approve-local-budget';
import { chargeReserve } from './charge-reserve';
import { openReserve } from './open-reserve';
import { recordContribution } from './record-contribution';

/** Makes the mutations of a partnership's books. */
export function budgetMutations(prefix: string): Function {
  @Resolver()
  class BudgetMutations {
    @Mutation(() => RecordContributionPayload, {
      nullable: true,
      description:
        'Records a contribution in the ledger. What is null can be filled in later under the same reference; what is recorded stands. ' +
        'A demonstration record of the same reference gives way. ' +
        'Codes: TEXT_BLANK, AGENCY_UNKNOWN, PROJECT_MISSING, PROJECT_NOT_EXPECTED, NEGATIVE_AMOUNT, DATE_MISSING, ' +
        'DATE_IN_FUTURE, AMOUNT_MISSING, REFERENCE_TAKEN.',
    })
    @RequiresScopes(`${partnershipIdOf(prefix)}:write`)
    async recordContribution(
      @Ctx() context: SubgraphContext,
      @Arg('input', () => RecordContributionInput, { description: 'The contribution.' })
      input: RecordContributionInput,
    ) {
      const agencyId = agencyIdWithin(partnershipIdOf(prefix), input.agencyId);
      const { result, userErrors } = await mutate(context, (manager) =>
        recordContribution(manager, { ...input, agencyId }),
      );
      return { contribution: result, userErrors };
    }

    @Mutation(() => ApproveLocalBudgetPayload, {
      nullable: true,
      description:
        'Records the annual budget that the partnership approved (HAV-08): one a financial year. ' +
        'Codes: TEXT_BLANK, NEGATIVE_AMOUNT, DATE_IN_FUTURE, ALREADY_RECORDED.',
    })
    @RequiresScopes(`${partnershipIdOf(prefix)}:write`)
    async approveLocalBudget(
      @Ctx() context: SubgraphContext,
      @Arg('input', () => ApproveLocalBudgetInput, { description: 'The budget.' })
      input: ApproveLocalBudgetInput,
    ) {
      const { result, userErrors } = await mutate(context, (manager) => approveLocalBudget(manager, input));
      return { localBudget: result, userErrors };
    }

    @Mutation(() => OpenReservePayload, {
      nullable: true,
      description:
        'Records what a local authority holds in reserve for the partnership (TRI-55): one reserve each. ' +
        'Codes: LOCAL_AUTHORITY_UNKNOWN, NEGATIVE_AMOUNT, ALREADY_RECORDED.',
    })
    @RequiresScopes(`${partnershipIdOf(prefix)}:write`)
    async openReserve(
      @Ctx() context: SubgraphContext,
      @Arg('input', () => OpenReserveInput, { description: 'The reserve.' })
      input: OpenReserveInput,
    ) {
      const { result, userErrors } = await mutate(context, (manager) => openReserve(manager, input));
      return { reserve: result, userErrors };
    }

    @Mutation(() => ChargeReservePayload, {
      nullable: true,
      description:
        'Charges a cost of a practice review to the reserve of a local authority, up to its balance (TRI-55). ' +
        'Recorded on a demonstration record it is demonstration too, and goes with it. ' +
        'Codes: TEXT_BLANK, AMOUNT_NOT_POSITIVE, DATE_IN_FUTURE, LOCAL_AUTHORITY_UNKNOWN, ABOVE_BALANCE, REFERENCE_TAKEN.',
    })
    @RequiresScopes(`${partnershipIdOf(prefix)}:write`)
    async chargeReserve(
      @Ctx() context: SubgraphContext,
      @Arg('input', () => ChargeReserveInput, { description: 'The charge.' })
      input: ChargeReserveInput,
    ) {
      const { result, userErrors } = await mutate(context, (manager) => chargeReserve(manager, input));
      return { reserve: result, userErrors };
    }
  }
  return BudgetMutations;
}
