import 'reflect-metadata';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { type GraphQLSchema, print } from 'graphql';
import { Resolver, buildSchema } from 'type-graphql';
import { guardsChild } from './access/guard';
import { guardSchema } from './access/guard-schema';
import { signCursors } from './cursors/sign-cursors';
import { stopAtDeadline } from './deadline/stop-at-deadline';
import { addEnumValueDirectives } from './federation/add-enum-value-directives';
import { checkReferences } from './federation/check-references';
import { copyDefaultValues } from './federation/copy-default-values';
import { federationDocument } from './federation/federation-document';
import { makeInterfacesTruthful } from './federation/make-interfaces-truthful';
import { markUnresolvableKeys } from './federation/mark-unresolvable-keys';
import { preferResolverClasses } from './federation/prefer-resolver-classes';
import { refuseLostDeclarations } from './federation/refuse-lost-declarations';
import { resolverMap } from './federation/resolver-map';
import type { SubgraphDefinition } from './subgraph-definition';

/** A subgraph's schema, ready to serve, and the SDL that it publishes. */
export interface FederatedSchema {
  schema: GraphQLSchema;
  /** What `_service { sdl }` answers, character for character. */
  sdl: string;
  /** Whether any of it is about a single child, so that a record of access must be kept. */
  isChildLevel: boolean;
}

/** type-graphql insists on a resolver class; a subgraph whose entities are plain data has none. */
@Resolver()
class NoRootFields {}

/**
 * Builds the federation 2 schema of a subgraph from its decorated classes, guarded as its directives say.
 * @throws Error when the classes do not make a valid subgraph schema
 */
export async function buildFederatedSchema(
  definition: Pick<SubgraphDefinition, 'name' | 'resolvers' | 'types' | 'references'>,
): Promise<FederatedSchema> {
  refuseLostDeclarations(definition.resolvers);
  preferResolverClasses();
  makeInterfacesTruthful();
  const source = await buildSchema({
    resolvers: [NoRootFields, ...definition.resolvers],
    orphanedTypes: [...definition.types],
    validate: false,
    // Its check refuses a schema without root fields. buildSubgraphSchema validates all the rest, and more strictly.
    skipCheck: true,
  });
  addEnumValueDirectives(source);

  const found = new Set(definition.references.map(({ typeName }) => typeName));
  const typeDefs = markUnresolvableKeys(federationDocument(source, definition.name), found);
  const sdl = print(typeDefs);
  const resolvers = resolverMap(source, definition, sdl);
  const schema = validSchema(definition.name, () => buildSubgraphSchema([{ typeDefs, resolvers }]));
  copyDefaultValues(source, schema);
  // Before the guards, which so stand in front: who may not see a list is told nothing of cursors.
  signCursors(schema);
  checkReferences(schema, typeDefs);
  const guards = guardSchema(schema, typeDefs);
  stopAtDeadline(schema);
  return { schema, sdl, isChildLevel: guards.some(guardsChild) };
}

// Federation does not know the subgraph's name at this point and calls it "<unnamed>".
function validSchema(subgraph: string, build: () => GraphQLSchema): GraphQLSchema {
  try {
    return build();
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.replaceAll('[<unnamed>] ', '') : String(cause);
    throw new Error(`The schema of the ${subgraph} subgraph is not valid. ${reason}`, { cause });
  }
}
