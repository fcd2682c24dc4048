import { Public, RecordChangeConnection } from '@hub/contract';
import { recordChangePage, type SubgraphContext } from '@hub/subgraph-kit';
import { Arg, Ctx, FieldResolver, Int, Query, Resolver } from 'type-graphql';
import { LondonScp } from './london-scp-type';

/** There is one, and all that is stored is of it. */
export const LONDON_SCP = { id: 'london-scp', name: 'London Safeguarding Children Partnership' };

/** The London SCP itself. */
@Resolver(() => LondonScp)
export class LondonScpResolver {
  @Query(() => LondonScp, { description: 'The London SCP itself.' })
  @Public()
  londonScp(): Partial<LondonScp> {
    return LONDON_SCP;
  }

  @FieldResolver(() => RecordChangeConnection, { nullable: true })
  recordChanges(
    @Ctx() context: SubgraphContext,
    @Arg('first', () => Int) first: number,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
  ) {
    return recordChangePage(context, first, after);
  }
}
