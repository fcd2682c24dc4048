import { RequiresScopes } from '@hub/contract';
import { type SubgraphContext, mutate } from '@hub/subgraph-kit';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { ExecutiveDecisionPayload } from './executive-decision-payload';
import { signOff } from './record-sign-off';
import { requireOwnSector } from './require-own-sector';
import { SignOffDecisionInput } from './sign-off-decision-input';

/** How sign-offs are recorded. */
@Resolver()
export class DecisionMutations {
  @Mutation(() => ExecutiveDecisionPayload, {
    nullable: true,
    description:
      'Records that a sector signed a decision off (LON-28). The same again changes nothing. ' +
      'Codes: SECTOR_NOT_YOURS, DECISION_UNKNOWN, SECTOR_SIGNS_NOTHING, DATE_IN_FUTURE, TEXT_BLANK, SIGNED_BEFORE_DECIDED, SECTOR_HAS_SIGNED.',
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
