import { getResolversFromSchema } from '@graphql-tools/utils';
import { type GraphQLSchema, isAbstractType, isInterfaceType, isObjectType } from 'graphql';
import type { SubgraphContext } from '../subgraph-context';
import type { EntityReference, SubgraphDefinition } from '../subgraph-definition';
import { resolveAbstractType } from './resolve-abstract-type';

/** By type, then by field, enum value or federation's own names. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- as @apollo/subgraph types them
type ResolverMap = Record<string, Record<string, any>>;

/** The resolvers of the classes, plus those that federation asks for: `__resolveReference` and `_service`. */
export function resolverMap(
  source: GraphQLSchema,
  { name, references }: Pick<SubgraphDefinition, 'name' | 'references'>,
  sdl: string,
): ResolverMap {
  const resolvers = getResolversFromSchema(source) as ResolverMap;
  for (const type of Object.values(source.getTypeMap())) {
    if (isAbstractType(type)) {
      resolvers[type.name] = { ...resolvers[type.name], __resolveType: resolveAbstractType(type) };
    }
  }
  const known = new Set<string>();
  for (const reference of references) {
    const type = source.getType(reference.typeName);
    if (!isObjectType(type) && !isInterfaceType(type)) {
      throw new Error(
        `The ${name} subgraph has a reference for ${reference.typeName} but no such type. ` +
          "Add the type's class to `types`, or remove the reference.",
      );
    }
    if (known.has(type.name)) {
      throw new Error(`The ${name} subgraph has two references for ${type.name}. Keep one.`);
    }
    known.add(type.name);
    resolvers[type.name] = { ...resolvers[type.name], __resolveReference: resolveReference(reference) };
  }
  // What federation would print itself also spells out the definitions of its own directives.
  resolvers['Query'] = { ...resolvers['Query'], _service: () => ({ sdl }) };
  return resolvers;
}

function resolveReference(reference: EntityReference) {
  return async (key: Record<string, unknown>, context: SubgraphContext) =>
    (await reference.resolve(key, context)) ?? null;
}
