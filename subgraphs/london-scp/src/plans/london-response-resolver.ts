import { Cost, Paged, RequiresScopes } from '@hub/contract';
import { pagesOf, type SubgraphContext } from '@hub/subgraph-kit';
import { Arg, Ctx, Int, Query, Resolver } from 'type-graphql';
import { LondonResponse } from './london-response';
import { LondonResponseConnection } from './london-response-connection';
import { londonResponse } from './london-response-record';

const responsePage = pagesOf(londonResponse);

/** What the London SCP did for all of London. */
@Resolver(() => LondonResponse)
export class LondonResponseResolver {
  @Query(() => LondonResponseConnection, {
    nullable: true,
    description: 'What the London SCP did where a pan-London response can add value, latest first.',
  })
  @Paged()
  @RequiresScopes('governance:read')
  @Cost(50)
  londonResponses(
    @Ctx() context: SubgraphContext,
    @Arg('first', () => Int, { description: 'How many, 1 to 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Cursor after which the page begins.' })
    after?: string | null,
  ) {
    return responsePage(context, first, after);
  }
}
