import { Cost, Paged, RequiresScopes } from '@hub/contract';
import { mutate, type SubgraphContext } from '@hub/subgraph-kit';
import { Arg, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { procedureRules } from '../../procedures/procedure-loaders';
import { ChildMovement } from '../child-movement';
import type { ChildMovementRecord } from '../child-movement-record';
import { answerClaim, AnswerResponsibilityClaimInput, AnswerResponsibilityClaimPayload } from './answer-claim';
import { openClaims } from './open-claims';
import { claimOf, ResponsibilityClaim, ResponsibilityClaimConnection } from './responsibility-claim';
import { claimOfMovement, responsibilityOfChild } from './responsibility-loaders';
import type { ResponsibilityClaimRecord } from './responsibility-records';

/** Where two authorities say that they are responsible for one child: to be seen by both, and settled. */
@Resolver(() => ChildMovement)
export class ClaimResolver {
  @Query(() => ResponsibilityClaimConnection, {
    nullable: true,
    description:
      'Claims to be responsible for a child that wait to be settled, oldest first: those of the authority one acts for, and ' +
      'those that it is to answer, since it is responsible.',
  })
  @Paged()
  @RequiresScopes('movements:read')
  @Cost(100)
  responsibilityClaims(
    @Ctx() context: SubgraphContext,
    @Arg('first', () => Int, { description: 'How many, 1 to 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Cursor after which the page begins.' })
    after?: string | null,
  ) {
    return openClaims(context, first, after);
  }

  @Mutation(() => AnswerResponsibilityClaimPayload, {
    nullable: true,
    description:
      'Answers a claim to be responsible for a child, for the authority that is, or gives way for the one that claims. ' +
      'The same again changes nothing. ' +
      'Codes: CLAIM_UNKNOWN, SAYS_NOTHING, NAMES_SOMEBODY, TOO_LONG, ROLE_MAY_NOT, PERSON_INVALID.',
  })
  @RequiresScopes('movements:write')
  async answerResponsibilityClaim(
    @Ctx() context: SubgraphContext,
    @Arg('input', () => AnswerResponsibilityClaimInput, { description: 'The answer.' })
    input: AnswerResponsibilityClaimInput,
  ): Promise<AnswerResponsibilityClaimPayload> {
    const { result, userErrors } = await mutate(context, (manager) => answerClaim(manager, context, input));
    const claim = result && (await shown(context, result));
    return Object.assign(new AnswerResponsibilityClaimPayload(), { claim, userErrors });
  }

  @FieldResolver(() => ResponsibilityClaim, {
    nullable: true,
    description: 'The claim to be responsible that it makes, since another authority was; null where it makes none.',
  })
  async claim(@Root() { id }: ChildMovementRecord, @Ctx() context: SubgraphContext) {
    const claim = await claimOfMovement(context).load(id);
    return claim && shown(context, claim);
  }
}

async function shown(context: SubgraphContext, claim: ResponsibilityClaimRecord): Promise<ResponsibilityClaim> {
  const chain = await responsibilityOfChild(context).load(claim.childPseudonym);
  return claimOf(claim, chain?.periods.at(-1) ?? null, await procedureRules(context));
}
