import {
  Kind,
  TypeNameMetaFieldDef,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';

/** What is selected of objects in one place, by the types that may stand there. */
export type Selected = readonly { type: GraphQLCompositeType; set: SelectionSetNode }[];

/** One response key, with every field that may answer it; of objects of different types these may be several. */
export interface ResponseEntry {
  key: string;
  nodes: FieldNode[];
  fields: GraphQLField<unknown, unknown>[];
}

/** The response keys of what is selected, through fragments, each once and in the order in which they are written. */
export function responseEntries(
  schema: GraphQLSchema,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  selected: Selected,
): Iterable<ResponseEntry> {
  const entries = new Map<string, ResponseEntry>();
  const add = (type: GraphQLCompositeType, { selections }: SelectionSetNode): void => {
    for (const one of selections) {
      if (one.kind === Kind.FIELD) {
        const key = one.alias?.value ?? one.name.value;
        const entry = entries.get(key) ?? { key, nodes: [], fields: [] };
        entry.nodes.push(one);
        entry.fields.push(fieldOf(type, one.name.value));
        entries.set(key, entry);
      } else {
        const { typeCondition, selectionSet } =
          one.kind === Kind.INLINE_FRAGMENT ? one : fragments.get(one.name.value)!;
        const narrowed = typeCondition && (schema.getType(typeCondition.name.value) as GraphQLCompositeType);
        add(narrowed ?? type, selectionSet);
      }
    }
  };
  for (const { type, set } of selected) add(type, set);
  return entries.values();
}

/** A field of a type; what is none of its fields is `__typename`. */
const fieldOf = (type: GraphQLCompositeType, name: string): GraphQLField<unknown, unknown> =>
  ('getFields' in type && type.getFields()[name]) || TypeNameMetaFieldDef;
