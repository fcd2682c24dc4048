import { Priority, SetsPriorities } from '@hub/contract';
import type { SubgraphContext } from '@hub/subgraph-kit';
import { Ctx, FieldResolver, Resolver } from 'type-graphql';
import { priorities } from './governance-loaders';

/** The priorities a partnership works to. */
@Resolver(() => SetsPriorities)
export class SetsPrioritiesResolver {
  @FieldResolver(() => [Priority], { nullable: true })
  priorities(@Ctx() context: SubgraphContext) {
    return priorities(context);
  }
}
