import {
  getNamedType,
  isCompositeType,
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';

/** How long each list was, by coordinate. */
export type ListLengths = Map<string, number[]>;

/** Notes the length of every list of an answer, under the type that was asked: an interface's under the interface. */
export function noteLists(schema: GraphQLSchema, document: DocumentNode, data: unknown, lengths: ListLengths): void {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions) {
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  }
  const walk = (value: unknown, type: GraphQLNamedType | undefined, set: SelectionSetNode): void => {
    if (Array.isArray(value)) return value.forEach((one) => walk(one, type, set));
    if (typeof value !== 'object' || value === null) return;
    for (const node of set.selections) {
      if (node.kind === Kind.FRAGMENT_SPREAD) {
        const { typeCondition, selectionSet } = fragments.get(node.name.value)!;
        walk(value, schema.getType(typeCondition.name.value), selectionSet);
      } else if (node.kind === Kind.INLINE_FRAGMENT) {
        walk(value, node.typeCondition ? schema.getType(node.typeCondition.name.value) : type, node.selectionSet);
      } else {
        const field = isCompositeType(type) && 'getFields' in type ? type.getFields()[node.name.value] : undefined;
        const inner = (value as Record<string, unknown>)[(node.alias ?? node.name).value];
        if (!field || inner === undefined) continue;
        const coordinate = `${type!.name}.${field.name}`;
        if (Array.isArray(inner)) lengths.set(coordinate, [...(lengths.get(coordinate) ?? []), inner.length]);
        if (node.selectionSet) walk(inner, getNamedType(field.type), node.selectionSet);
      }
    }
  };
  for (const node of document.definitions) {
    if (node.kind === Kind.OPERATION_DEFINITION)
      walk(data, schema.getRootType(node.operation) ?? undefined, node.selectionSet);
  }
}
