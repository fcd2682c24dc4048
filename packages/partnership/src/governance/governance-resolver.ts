import { Body, DateScalar, Relation, StatutoryPartner, TermsOfReference, todayInLondon } from '@hub/contract';
import type { SubgraphContext } from '@hub/subgraph-kit';
import { Arg, Ctx, FieldResolver, Resolver } from 'type-graphql';
import { bodies, documentOn, relations, statutoryPartners } from './governance-loaders';

/**
 * Makes the resolver of what a governing document sets up, for a type that declares
 * `termsOfReference`, `bodies`, `statutoryPartners` and `relations`.
 *
 * @param type - the local partnership interface, or the London SCP.
 */
export function governanceResolverFor(type: Function): Function {
  @Resolver(() => type)
  class GovernanceResolver {
    @FieldResolver(() => TermsOfReference, { nullable: true })
    async termsOfReference(
      @Ctx() context: SubgraphContext,
      @Arg('on', () => DateScalar, { nullable: true }) on?: string | null,
    ) {
      return (await documentOn(context, on ?? todayInLondon())) ?? null;
    }

    @FieldResolver(() => [Body], { nullable: true })
    bodies(@Ctx() context: SubgraphContext) {
      return bodies(context);
    }

    @FieldResolver(() => [StatutoryPartner], { nullable: true })
    statutoryPartners(@Ctx() context: SubgraphContext) {
      return statutoryPartners(context);
    }

    @FieldResolver(() => [Relation], { nullable: true })
    relations(@Ctx() context: SubgraphContext) {
      return relations(context);
    }
  }
  return GovernanceResolver;
}
