import { MapperKind, mapSchema, pruneSchema } from '@graphql-tools/utils';
import {
  assertValidSchema,
  type ConstDirectiveNode,
  type DocumentNode,
  type GraphQLSchema,
  isAbstractType,
  print,
  visit,
} from 'graphql';
import { servedApi, type ServedApi } from '@hub/movements-http';
import { guardsChild } from '../access/guard';
import { guardSchema } from '../access/guard-schema';
import { signCursors } from '../cursors/sign-cursors';
import { stopAtDeadline } from '../deadline/stop-at-deadline';
import { classSchema } from '../federation/class-schema';
import { accessDirectives, standardDirectives } from '../federation/federation-directives';
import { federationDocument } from '../federation/federation-document';
import { importablesOf, type Importable } from '../importing/importable';
import { resolveAbstractType } from '../federation/resolve-abstract-type';
import type { ServedSchema } from '../served-schema';
import type { SubgraphDefinition } from '../subgraph-definition';

/** What a partnership's own people and system ask: by GraphQL, and some of it by plain HTTP too. */
export interface OwnApi extends ServedSchema {
  plain: readonly ServedApi[];
  /** What of it is taken as files too. */
  importables: readonly Importable[];
}

/** What is said to whoever asks: who may see it, and what it costs. The other directives are for composition. */
const SAID: ReadonlySet<string> = new Set([...accessDirectives, ...standardDirectives, 'tag', 'cost', 'listSize']);

/**
 * Builds the schema that a partnership's own people and system ask: the types of its subgraph, with the root fields that are
 * theirs, and without what is there for the hub. It is guarded, limited and signed as the subgraph's is.
 *
 * @returns null where a subgraph has no such API.
 * @throws Error where the classes do not make a valid schema.
 */
export async function buildOwnApi(
  definition: Pick<SubgraphDefinition, 'name' | 'resolvers' | 'types' | 'ownApi' | 'plain' | 'atHome'>,
): Promise<OwnApi | null> {
  const { name, ownApi = [], plain = [], types, atHome } = definition;
  if (ownApi.length === 0) return null;
  const source = await classSchema({ resolvers: [...definition.resolvers, ...ownApi], types });
  const schema = withoutTheHubs(source);
  assertValidSchema(schema);
  for (const type of Object.values(schema.getTypeMap())) {
    if (isAbstractType(type)) type.resolveType = resolveAbstractType(type);
  }
  const document = withoutComposition(federationDocument(schema, name));
  signCursors(schema);
  const guards = guardSchema(schema, document);
  stopAtDeadline(schema);
  const served = { schema, sdl: print(document), isChildLevel: guards.some(guardsChild) };
  const importables = atHome ? importablesOf(atHome, schema, guards) : [];
  return { ...served, plain: plain.map((api) => servedApi(api, schema)), importables };
}

interface Declared {
  astNode?: { directives?: readonly ConstDirectiveNode[] | undefined } | null | undefined;
}

/** Without what is there for the hub alone, and what only that leads to. */
function withoutTheHubs(source: GraphQLSchema): GraphQLSchema {
  const leaveOut = ({ astNode }: Declared) =>
    astNode?.directives?.some(({ name }) => name.value === 'inaccessible') ? null : undefined;
  return pruneSchema(
    mapSchema(source, {
      [MapperKind.OBJECT_TYPE]: leaveOut,
      [MapperKind.OBJECT_FIELD]: leaveOut,
      [MapperKind.INTERFACE_FIELD]: leaveOut,
    }),
  );
}

function withoutComposition(document: DocumentNode): DocumentNode {
  return visit(document, {
    SchemaExtension: () => null,
    Directive: ({ name }) => (SAID.has(name.value) ? undefined : null),
  });
}
