import 'reflect-metadata';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { type GraphQLSchema, print } from 'graphql';
import { guardsChild } from './access/guard';
import { guardSchema } from './access/guard-schema';
import { signCursors } from './cursors/sign-cursors';
import { stopAtDeadline } from './deadline/stop-at-deadline';
import { checkReferences } from './federation/check-references';
import { classSchema } from './federation/class-schema';
import { copyDefaultValues } from './federation/copy-default-values';
import { federationDocument } from './federation/federation-document';
import { markUnresolvableKeys } from './federation/mark-unresolvable-keys';
import { resolverMap } from './federation/resolver-map';
import type { ServedSchema } from './served-schema';
import type { SubgraphDefinition } from './subgraph-definition';

/**
 * Builds the federation 2 schema of a subgraph from its decorated classes, guarded as its directives say.
 * @throws Error when the classes do not make a valid subgraph schema
 */
export async function buildFederatedSchema(
  definition: Pick<SubgraphDefinition, 'name' | 'resolvers' | 'types' | 'references'>,
): Promise<ServedSchema> {
  const source = await classSchema(definition);
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
