import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  Kind,
  TypeNameMetaFieldDef,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLLeafType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { headingOf, unitOf, type Unit } from './units';

/** One column of a table. */
export interface Column {
  /** The path to its field by response keys, as `partnerships.bodies.name`. */
  heading: string;
  unit: Unit | null;
  /** Whether it says of its rows that they are demonstration data. */
  isDemonstration: boolean;
}

/** Where the answer to an operation has objects that become rows. */
export interface TableNode {
  /** Fields that stand on each of its rows, and where: through objects that hold no lists of objects. */
  leaves: readonly { path: readonly string[]; column: number }[];
  /** Lists of objects, and objects that hold some: each object in them has rows of its own. */
  branches: readonly { key: string; node: TableNode }[];
}

/** How the answer to an operation becomes a table. */
export interface TableShape {
  columns: readonly Column[];
  root: TableNode;
  /** The path by response keys to the connection whose next page is asked for by the variable `after`; null for none. */
  paged: readonly string[] | null;
}

/** What is selected of objects in one place, by the types that may stand there. */
type Selected = readonly { type: GraphQLCompositeType; set: SelectionSetNode }[];

/** One response key, with every field that may answer it. */
interface Entry {
  key: string;
  nodes: FieldNode[];
  fields: GraphQLField<unknown, unknown>[];
}

/** Paging is not content: the parts of a connection that stand in no heading, and those that make no column. */
const UNNAMED = new Set(['edges', 'node']);
const SKIPPED = new Set(['pageInfo', 'cursor']);

/** The shape of the table of an operation that is valid on a schema. */
export function tableShape(
  schema: GraphQLSchema,
  document: DocumentNode,
  { operation, selectionSet }: OperationDefinitionNode,
): TableShape {
  const fragments = new Map(
    document.definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one]] : [])),
  );
  const drawing = new Drawing(schema, fragments);
  const root = drawing.node([{ type: schema.getRootType(operation)!, set: selectionSet }], [], []);
  return { columns: drawing.columns, root, paged: drawing.paged };
}

class Drawing {
  readonly columns: Column[] = [];
  paged: readonly string[] | null = null;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  ) {}

  /**
   * @param heading - the path without the parts that are not named.
   * @param path - by response keys; null below a list, where there are many.
   */
  node(selected: Selected, heading: readonly string[], path: readonly string[] | null): TableNode {
    const leaves: { path: readonly string[]; column: number }[] = [];
    const branches: { key: string; node: TableNode }[] = [];
    const isPaging = selected.some(({ type }) => isConnection(type) || isEdge(type));
    for (const { key, nodes, fields } of this.#entries(selected)) {
      const [field] = fields as [GraphQLField<unknown, unknown>];
      if (isPaging && SKIPPED.has(field.name)) continue;
      const named = isPaging && UNNAMED.has(field.name) ? heading : [...heading, key];
      const inner = fields.flatMap(({ type }, index) => innerOf(getNamedType(type), nodes[index]!));
      if (inner.length === 0) {
        leaves.push({ path: [key], column: this.#column(field, named) });
        continue;
      }
      const isList = isListType(getNullableType(field.type));
      const below = path && !isList ? [...path, key] : null;
      if (below && nodes.some(isPagedByAfter) && inner.some(({ type }) => isConnection(type))) this.paged = below;
      const node = this.node(inner, named, below);
      if (isList || node.branches.length > 0) branches.push({ key, node });
      else leaves.push(...node.leaves.map((leaf) => ({ ...leaf, path: [key, ...leaf.path] })));
    }
    return { leaves, branches };
  }

  #column({ name, type }: GraphQLField<unknown, unknown>, path: readonly string[]): number {
    const unit = unitOf({ name, type: getNamedType(type) as GraphQLLeafType });
    return this.columns.push({ heading: headingOf(path, unit), unit, isDemonstration: name === 'isSynthetic' }) - 1;
  }

  #entries(selected: Selected): Iterable<Entry> {
    const entries = new Map<string, Entry>();
    const add = (type: GraphQLCompositeType, { selections }: SelectionSetNode): void => {
      for (const one of selections) {
        if (one.kind === Kind.FIELD) {
          const field = fieldOf(type, one.name.value);
          const key = one.alias?.value ?? one.name.value;
          const entry = entries.get(key) ?? { key, nodes: [], fields: [] };
          entry.nodes.push(one);
          entry.fields.push(field);
          entries.set(key, entry);
        } else {
          const { typeCondition, selectionSet } =
            one.kind === Kind.INLINE_FRAGMENT ? one : this.fragments.get(one.name.value)!;
          add(
            typeCondition ? (this.schema.getType(typeCondition.name.value) as GraphQLCompositeType) : type,
            selectionSet,
          );
        }
      }
    };
    for (const { type, set } of selected) add(type, set);
    return entries.values();
  }
}

const innerOf = (type: unknown, { selectionSet: set }: FieldNode): Selected =>
  isCompositeType(type) && set ? [{ type, set }] : [];

/** A field of a type; those of the schema itself are in no table. */
const fieldOf = (type: GraphQLCompositeType, name: string): GraphQLField<unknown, unknown> =>
  ('getFields' in type && type.getFields()[name]) || TypeNameMetaFieldDef;

const hasFields = (type: GraphQLCompositeType, ...names: string[]) =>
  'getFields' in type && names.every((name) => Object.hasOwn(type.getFields(), name));

const isConnection = (type: GraphQLCompositeType) => hasFields(type, 'edges', 'pageInfo');
const isEdge = (type: GraphQLCompositeType) => hasFields(type, 'node', 'cursor');

const isPagedByAfter = ({ arguments: given = [] }: FieldNode) =>
  given.some(
    ({ name, value }) => name.value === 'after' && value.kind === Kind.VARIABLE && value.name.value === 'after',
  );
