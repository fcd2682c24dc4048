import { isMet } from '@hub/access';
import {
  buildASTSchema,
  Kind,
  visit,
  type DefinitionNode,
  type DocumentNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
} from 'graphql';
import type { FieldRequirements } from './field-requirements';

/**
 * The part of a schema that a caller may use: fields of which the caller meets all that they ask, and the types that can be
 * reached through them. It is what introspection shows to whoever may not read the whole schema.
 *
 * @param definitions - of the schema.
 * @param caller - null without a token.
 */
export function visibleSchema(
  schema: GraphQLSchema,
  definitions: DocumentNode,
  requirements: FieldRequirements,
  caller: { scopes: ReadonlySet<string> } | null,
): GraphQLSchema {
  const isVisible = (type: string, field: string) =>
    requirements.of(schema.getType(type) as GraphQLCompositeType, field).every((one) => isMet(one, caller));
  const open = visit(definitions, {
    ObjectTypeDefinition: (node) => ({
      ...node,
      fields: node.fields?.filter(({ name }) => isVisible(node.name.value, name.value)),
    }),
    InterfaceTypeDefinition: (node) => ({
      ...node,
      fields: node.fields?.filter(({ name }) => isVisible(node.name.value, name.value)),
    }),
  });
  // Not validated: a schema of which nothing may be seen has a Query without fields, and still tells its name.
  return buildASTSchema(reachable(open), { assumeValid: true });
}

/** The definitions that can be reached from Query and Mutation, and every directive. */
function reachable({ definitions }: DocumentNode): DocumentNode {
  const types = new Map<string, DefinitionNode>();
  const implementers = new Map<string, string[]>();
  for (const node of definitions) {
    if ('name' in node && node.name && node.kind !== Kind.DIRECTIVE_DEFINITION) types.set(node.name.value, node);
    if (node.kind !== Kind.OBJECT_TYPE_DEFINITION && node.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
    for (const { name } of node.interfaces ?? []) {
      implementers.set(name.value, [...(implementers.get(name.value) ?? []), node.name.value]);
    }
  }

  const isEmpty = (name: string) => {
    const node = types.get(name);
    return node?.kind === Kind.OBJECT_TYPE_DEFINITION && !node.fields?.length;
  };
  const names = new Set(['Query', ...(types.has('Mutation') && !isEmpty('Mutation') ? ['Mutation'] : [])]);
  const directives = definitions.filter(({ kind }) => kind === Kind.DIRECTIVE_DEFINITION);
  const collect = (node: DefinitionNode | undefined) =>
    node && visit(node, { NamedType: ({ name }) => void names.add(name.value) });
  directives.forEach(collect);
  // A set may grow while it is iterated, and what is added is visited too.
  for (const name of names) {
    collect(types.get(name));
    for (const implementer of implementers.get(name) ?? []) names.add(implementer);
  }
  return { kind: Kind.DOCUMENT, definitions: [...directives, ...[...names].flatMap((name) => types.get(name) ?? [])] };
}
