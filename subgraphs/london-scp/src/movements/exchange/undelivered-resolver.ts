import { Cost, ListSize, Paged, RequiresScopes } from '@hub/contract';
import type { SubgraphContext } from '@hub/subgraph-kit';
import { Arg, Ctx, FieldResolver, Int, Query, Resolver } from 'type-graphql';
import { DIRECTORY_SIZE } from '../../directory/directory-size';
import { LondonScp } from '../../governance/executive/london-scp-type';
import { publishedStanding } from '../publication/published';
import { undeliveredCounts, UndeliveredCount } from './undelivered-counts';
import { undeliveredMessages, UndeliveredMovementMessageConnection } from './undelivered-messages';

/** What could not be recorded or taken: for its owner to mend, and for London to see that there is something. */
@Resolver(() => LondonScp)
export class UndeliveredResolver {
  @Query(() => UndeliveredMovementMessageConnection, {
    nullable: true,
    description:
      "What the caller's own partnership is to see to, oldest first: messages that the hub has not recorded, refused or " +
      'held for another that has not come; and what the hub has for it and its own system could not take.',
  })
  @Paged()
  @RequiresScopes('movements:read')
  @Cost(100)
  undeliveredMessages(
    @Ctx() context: SubgraphContext,
    @Arg('first', () => Int, { description: 'How many, 1 to 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Cursor after which the page begins.' })
    after?: string | null,
  ) {
    return undeliveredMessages(context, first, after);
  }

  @FieldResolver(() => [UndeliveredCount], {
    nullable: true,
    description:
      'How many messages about movements were not recorded, or were not taken, by reason; a reason that is not listed has ' +
      'from 0 to 4.',
  })
  @ListSize(DIRECTORY_SIZE)
  @RequiresScopes('movements:count')
  @Cost(50)
  async undelivered(@Ctx() { dataSource }: SubgraphContext): Promise<UndeliveredCount[] | null> {
    const published = await publishedStanding(dataSource, undeliveredCounts);
    return (
      published &&
      published.numbers.map((number) => Object.assign(new UndeliveredCount(), { ...number, asOf: published.asOf }))
    );
  }
}
