import { RequiresScopes } from '@hub/contract';
import { type SubgraphContext, mutate } from '@hub/subgraph-kit';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { ExecutiveDecisionPayload } from './executive-decision-payload';
import { recordDecision } from './record-decision';
import { RecordExecutiveDecisionInput } from './record-executive-decision-input';
import { signOff } from './record-sign-off';
import { requireOwnSector } from './require-own-sector';
import { SignOffDecisionInput } from './sign-off-decision-input';

/** How decisions and their sign-offs are recorded. */
@Resolver()
export class DecisionMutations {
  @Mutation(() => ExecutiveDecisionPayload, {
    nullable: true,
    description:
      'Records a decision of the Executive. The same again changes nothing. ' +
      'Codes: TEXT_BLANK, AMOUNT_NOT_FOR_KIND, AMOUNT_NOT_POSITIVE, REFERENCE_TAKEN.',
  })
  @RequiresScopes('decisions:write')
  async recordExecutiveDecision(
    @Ctx() context: SubgraphContext,
    @Arg('input', () => RecordExecutiveDecisionInput, { description: 'The decision.' })
    input: RecordExecutiveDecisionInput,
  ) {
    const { result, userErrors } = await mutate(context, (manager) => recordDecision(manager, input));
    return { decision: result, userErrors };
  }

  @Mutation(() => ExecutiveDecisionPayload, {
    nullable: true,
    description:
      'Records that a sector signed a decision off (LON-28). The same again changes nothing. ' +
      'Codes: SECTOR_NOT_YOURS, DECISION_UNKNOWN, SECTOR_SIGNS_NOTHING, TEXT_BLANK, SIGNED_BEFORE_DECIDED, SECTOR_HAS_SIGNED.',
  })
  @RequiresScopes('decisions:sign-local-authority', 'decisions:sign-police', 'decisions:sign-nhs')
  async signOffDecision(
    @Ctx() context: SubgraphContext,
    @Arg('input', () => SignOffDecisionInput, { description: 'The sign-off.' }) input: SignOffDecisionInput,
  ) {
    const { result, userErrors } = await mutate(context, (manager) => {
      requireOwnSector(context.requestIdentity, input.sector);
      return signOff(manager, input);
    });
    return { decision: result, userErrors };
  }
}
