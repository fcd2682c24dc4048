import { AccessRecordConnection, Cost, Paged, RequiresScopes } from '@hub/contract';
import { type SubgraphContext, accessRecordPage } from '@hub/subgraph-kit';
import { Arg, Ctx, Int, Query, Resolver } from 'type-graphql';
import { AccessRecordFilter, searchedFor } from './access-record-filter';

/** Every record of access that the London SCP keeps: the gateway's and its own. */
@Resolver()
export class AccessRecordResolver {
  @Query(() => AccessRecordConnection, {
    nullable: true,
    description: 'Who asked for data of single children, through the gateway or of the London SCP, latest first.',
  })
  @Paged()
  @RequiresScopes('audit:read')
  @Cost(200)
  accessRecords(
    @Ctx() context: SubgraphContext,
    @Arg('first', () => Int, { description: 'How many, 1 to 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Cursor after which the page begins.' })
    after?: string | null,
    @Arg('filter', () => AccessRecordFilter, { nullable: true, description: 'Which; all where it is left out.' })
    filter?: AccessRecordFilter | null,
  ) {
    return accessRecordPage(context, searchedFor(filter), first, after);
  }
}
