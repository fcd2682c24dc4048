import type { Scope } from '@hub/access';
import { RequiresScopes } from '@hub/contract';
import { familyTypeName } from '@hub/partnership';
import { Directive, ObjectType } from 'type-graphql';
import { readPartnerships } from './directory-files';

/**
 * A family of types of which each partnership has one, as `LambethBudgetYear`. Here they are references alone: the
 * partnership's own subgraph answers.
 *
 * @param views - the interfaces that they implement, as London sees them.
 * @param scope - what it takes to ask for them.
 */
export function partnershipFamily(
  family: Parameters<typeof familyTypeName>[1],
  views: readonly Function[],
  description: string,
  scope: Scope,
) {
  const typeNames = new Map(readPartnerships().map(({ id, typeName }) => [id, familyTypeName(typeName, family)]));
  const createStub = (typeName: string): Function => {
    @ObjectType(typeName, { implements: [...views], description })
    @Directive('@key(fields: "id")')
    @RequiresScopes(scope)
    class Stub {}
    return Stub;
  };
  return {
    /** One concrete type a partnership of the directory. */
    stubs: [...typeNames.values()].map(createStub),
    /** Ids of the partnerships, in the order of the directory. */
    partnerships: [...typeNames.keys()],
    /** @param rest - what its id has after that of the partnership, as `:2025-26`. */
    referenceTo(partnershipId: string, rest: string): { __typename: string; id: string } {
      const __typename = typeNames.get(partnershipId);
      if (!__typename)
        throw new Error(`The directory names ${partnershipId}, which this process was not started with.`);
      return { __typename, id: `${partnershipId}${rest}` };
    },
  };
}
