import {
  getNamedType,
  isAbstractType,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql';

/** An operation that is asked of the hub. */
export interface KnownOperation {
  name: string;
  document: DocumentNode;
}

/**
 * Which operations ask for a field, by its coordinate, and for a type, by its name. What is asked of an interface is asked of
 * every type that implements it.
 *
 * @param api - the schema that clients see.
 */
export function usedFields(api: GraphQLSchema, operations: readonly KnownOperation[]): Map<string, Set<string>> {
  const used = new Map<string, Set<string>>();
  for (const { name, document } of operations) {
    const note = (what: string) => used.set(what, (used.get(what) ?? new Set()).add(name));
    const info = new TypeInfo(api);
    visit(
      document,
      visitWithTypeInfo(info, {
        Field: ({ name: field }) => {
          const [parent, type] = [info.getParentType(), getNamedType(info.getType())];
          if (!parent) return;
          if (type) note(type.name);
          const of = isAbstractType(parent) ? [parent, ...api.getPossibleTypes(parent)] : [parent];
          for (const one of of) note(`${one.name}.${field.value}`);
        },
      }),
    );
  }
  return used;
}
