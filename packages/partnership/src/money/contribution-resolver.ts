import { Contribution } from '@hub/contract';
import { FieldResolver, ID, Resolver, Root } from 'type-graphql';

/** Makes the resolver of a contribution's global id: its reference is one within its partnership alone. */
export function contributionResolverFor(partnershipId: string): Function {
  @Resolver(() => Contribution)
  class ContributionResolver {
    @FieldResolver(() => ID)
    id(@Root() { id }: Contribution) {
      return `${partnershipId}:contribution:${id}`;
    }
  }
  return ContributionResolver;
}
