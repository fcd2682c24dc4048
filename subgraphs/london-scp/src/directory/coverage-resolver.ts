import type { SubgraphContext } from '@hub/subgraph-kit';
import { Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { Coverage } from './coverage';
import { coveragesToday } from './covering-today';
import { coverages, localAuthorities } from './directory-loaders';

/** How much of London an answer rests on, read where it is asked for. */
@Resolver(() => Coverage)
export class CoverageResolver {
  @FieldResolver(() => Int)
  async localAuthorities(@Root() { answeredBy }: Coverage, @Ctx() context: SubgraphContext) {
    const covered = coveragesToday(await coverages(context)).filter(({ partnershipId }) =>
      answeredBy.has(partnershipId),
    );
    return new Set(covered.map(({ localAuthorityCode }) => localAuthorityCode)).size;
  }

  @FieldResolver(() => Int)
  async londonAuthorities(@Ctx() context: SubgraphContext) {
    return (await localAuthorities(context)).length;
  }
}
