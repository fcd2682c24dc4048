import { RequiresScopes } from '@hub/contract';
import type { SubgraphContext } from '@hub/subgraph-kit';
import { Arg, Ctx, FieldResolver, Int, Query, Resolver } from 'type-graphql';
import { LondonScp } from '../../executive/london-scp-type';
import {
  undeliveredCounts,
  UndeliveredCount,
  undeliveredMessages,
  UndeliveredMovementMessageConnection,
} from './undelivered-messages';

/** What could not be recorded: for its sender to mend, and for London to see that there is something. */
@Resolver(() => LondonScp)
export class UndeliveredResolver {
  @Query(() => UndeliveredMovementMessageConnection, {
    nullable: true,
    description:
      "Messages of the caller's own partnership that the hub has not recorded, oldest first: refused, or held for " +
      'another that has not come.',
  })
  @RequiresScopes('movements:read')
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
    description: 'How many messages about movements the hub has not recorded, by reason.',
  })
  @RequiresScopes('movements:count')
  undelivered(@Ctx() context: SubgraphContext) {
    return undeliveredCounts(context);
  }
}
