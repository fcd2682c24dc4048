import { Cost, ListSize, Paged, RequiresScopes } from '@hub/contract';
import type { SubgraphContext } from '@hub/subgraph-kit';
import { Arg, Ctx, FieldResolver, Int, Query, Resolver } from 'type-graphql';
import { DIRECTORY_SIZE } from '../../directory/directory-size';
import { LondonScp } from '../../executive/london-scp-type';
import {
  undeliveredCounts,
  UndeliveredCount,
  undeliveredMessages,
  UndeliveredMovementMessageConnection,
} from './undelivered-messages';

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
    description: 'How many messages about movements are not recorded, or were not taken, by reason.',
  })
  @ListSize(DIRECTORY_SIZE)
  @RequiresScopes('movements:count')
  @Cost(50)
  undelivered(@Ctx() context: SubgraphContext) {
    return undeliveredCounts(context);
  }
}
