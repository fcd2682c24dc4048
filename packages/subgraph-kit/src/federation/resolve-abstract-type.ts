import { type GraphQLAbstractType, type GraphQLTypeResolver, isObjectType } from 'graphql';

/**
 * Tells which object type a value of an interface or union is: by its `__typename`, by the name of its class, or as
 * type-graphql does, by `instanceof` or the type's own `resolveType`. The first two let an entity class or a plain
 * reference such as `{ __typename, id }` stand for the type; the last knows classes whose name is not the type's.
 */
export function resolveAbstractType(type: GraphQLAbstractType): GraphQLTypeResolver<unknown, unknown> {
  const byClass = type.resolveType;
  return (value, context, info, abstractType) => {
    const isPossible = (name: unknown): name is string => {
      const candidate = typeof name === 'string' ? info.schema.getType(name) : undefined;
      return isObjectType(candidate) && info.schema.isSubType(abstractType, candidate);
    };
    const { __typename, constructor } = (value ?? {}) as { __typename?: unknown; constructor?: Function };
    if (isPossible(__typename)) return __typename;
    if (isPossible(constructor?.name)) return constructor.name;
    return byClass?.(value, context, info, abstractType);
  };
}
