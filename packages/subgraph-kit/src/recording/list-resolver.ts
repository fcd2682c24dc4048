import { Ctx, FieldResolver, Resolver } from 'type-graphql';
import type { SubgraphContext } from '../subgraph-context';

/**
 * Makes the resolver of a list that an interface has without arguments.
 *
 * @param field - of the interface `capability`, as `networkConnections`.
 * @param type - of the items.
 */
export function listResolver<Item extends object>(
  capability: Function,
  field: string,
  type: new () => Item,
  load: (context: SubgraphContext) => Promise<readonly Item[]>,
): Function {
  @Resolver(() => capability)
  class ListResolver {
    @FieldResolver(() => [type], { nullable: true })
    [field](@Ctx() context: SubgraphContext) {
      return load(context);
    }
  }
  return ListResolver;
}
