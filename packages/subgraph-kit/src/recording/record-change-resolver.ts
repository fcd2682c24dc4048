import { RecordChange } from '@hub/contract';
import { FieldResolver, ID, Resolver, Root } from 'type-graphql';

/**
 * Makes the resolver of a change's global id: stored is its number in the history of one owner.
 *
 * @param owner - id of whose history it is, as `lambeth`.
 */
export function recordChangeResolverFor(owner: string): Function {
  @Resolver(() => RecordChange)
  class RecordChangeResolver {
    @FieldResolver(() => ID)
    id(@Root() { id }: RecordChange) {
      return `${owner}:change:${id}`;
    }
  }
  return RecordChangeResolver;
}
