import { isAbstractType, type GraphQLSchema } from 'graphql';

/**
 * Which object types an interface or union stands for, by its name, as JSON: the `possibleTypes` of Apollo Client's
 * `InMemoryCache`, which knows by them what a fragment on an interface applies to.
 */
export function possibleTypes(schema: GraphQLSchema): string {
  const types = Object.values(schema.getTypeMap())
    .filter(isAbstractType)
    .map((type) => [type.name, schema.getPossibleTypes(type).map(({ name }) => name)]);
  return `${JSON.stringify(Object.fromEntries(types), null, 2)}\n`;
}
