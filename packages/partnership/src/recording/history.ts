import { KeepsHistory, RecordChangeConnection } from '@hub/contract';
import { recordChangePage, recordChangeResolverFor, type SubgraphContext } from '@hub/subgraph-kit';
import { Arg, Ctx, FieldResolver, Int, Resolver } from 'type-graphql';
import type { PartnershipModule } from '../partnership-module';

/** What a partnership corrected and withdrew. */
@Resolver(() => KeepsHistory)
export class KeepsHistoryResolver {
  @FieldResolver(() => RecordChangeConnection, { nullable: true })
  recordChanges(
    @Ctx() context: SubgraphContext,
    @Arg('first', () => Int) first: number,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
  ) {
    return recordChangePage(context, first, after);
  }
}

/** The history of what a partnership recorded and changed. */
export const history: PartnershipModule = ({ id }) => ({
  capabilities: [KeepsHistory],
  resolvers: [KeepsHistoryResolver, recordChangeResolverFor(id)],
});
