import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import { Resolver, buildSchema } from 'type-graphql';
import { addEnumValueDirectives } from './add-enum-value-directives';
import { makeInterfacesTruthful } from './make-interfaces-truthful';
import { preferResolverClasses } from './prefer-resolver-classes';
import { refuseLostDeclarations } from './refuse-lost-declarations';

/** type-graphql insists on a resolver class; a subgraph whose entities are plain data has none. */
@Resolver()
class NoRootFields {}

/**
 * What type-graphql makes of decorated classes, and what it leaves out.
 *
 * @throws Error where it would lose a declaration.
 */
export async function classSchema({
  resolvers,
  types,
}: {
  resolvers: readonly Function[];
  types: readonly Function[];
}): Promise<GraphQLSchema> {
  refuseLostDeclarations(resolvers);
  preferResolverClasses();
  makeInterfacesTruthful();
  const schema = await buildSchema({
    resolvers: [NoRootFields, ...resolvers],
    orphanedTypes: [...types],
    validate: false,
    // Its check refuses a schema without root fields. Whoever serves it validates all the rest, and more strictly.
    skipCheck: true,
  });
  addEnumValueDirectives(schema);
  return schema;
}
