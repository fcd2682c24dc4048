import {
  isAbstractType,
  isObjectType,
  Kind,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  type SelectionNode,
} from 'graphql';
import { Unsupported } from './unsupported';

/** Selections that stand in one place. */
export type Selections = readonly SelectionNode[];

export type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

/** How a field of a document is named in the answer, and where its value is found. */
export interface FieldNames {
  /** Its response key in the answer. */
  key: string;
  /** Its response key in what subgraphs answer. */
  own: string;
  /** Whether it is refused, and null is written. */
  isRefused: boolean;
}

/** A field of one object: everything that is selected of it under one response key. */
export interface SelectedField extends FieldNames {
  name: string;
  sets: Selections[];
}

/** What selections are read with. */
export interface SelectionReader {
  schema: GraphQLSchema;
  fragments: Fragments;
  /** Values of the variables in `@skip` and `@include`. */
  conditions: ReadonlyMap<string, boolean>;
  namesOf(node: FieldNode): FieldNames;
}

/** The names of fields whose response keys are left as they stand. */
export function namesAsTheyStand({ alias, name }: FieldNode): FieldNames {
  const key = (alias ?? name).value;
  return { key, own: key, isRefused: false };
}

/** The fields that selections ask of an object, merged by response key, in the order in which GraphQL answers them. */
export function selectedFields(
  reader: SelectionReader,
  sets: readonly Selections[],
  type: GraphQLObjectType,
): SelectedField[] {
  const fields = new Map<string, SelectedField>();
  for (const set of sets) collect(reader, set, type, fields);
  return [...fields.values()];
}

function collect(
  reader: SelectionReader,
  set: Selections,
  type: GraphQLObjectType,
  into: Map<string, SelectedField>,
): void {
  for (const node of set) {
    if (isLeftOut(node, reader.conditions)) continue;
    if (node.kind === Kind.FIELD) {
      const names = reader.namesOf(node);
      const inner = node.selectionSet?.selections ?? [];
      const known = into.get(names.key);
      if (!known) into.set(names.key, { ...names, name: node.name.value, sets: [inner] });
      else if (names.isRefused) known.isRefused = true;
      // The stand-in of a refused field comes first, and knows nothing of where the field is allowed.
      else known.sets.push(inner);
      continue;
    }
    const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : reader.fragments.get(node.name.value)!;
    if (applies(reader.schema, fragment.typeCondition?.name.value, type)) {
      collect(reader, fragment.selectionSet.selections, type, into);
    }
  }
}

/** Whether a condition leaves it out. @throws Unsupported where its variable has no value. */
export function isLeftOut({ directives = [] }: SelectionNode, conditions: ReadonlyMap<string, boolean>): boolean {
  return directives.some(({ name, arguments: [condition] = [] }) => {
    if ((name.value !== 'skip' && name.value !== 'include') || !condition) return false;
    const { value } = condition;
    const is =
      value.kind === Kind.VARIABLE
        ? conditions.get(value.name.value)
        : value.kind === Kind.BOOLEAN
          ? value.value
          : undefined;
    if (is === undefined) throw new Unsupported('a condition without a value');
    return is === (name.value === 'skip');
  });
}

function applies(schema: GraphQLSchema, condition: string | undefined, type: GraphQLObjectType): boolean {
  if (!condition || condition === type.name) return true;
  const to = schema.getType(condition);
  const own = schema.getType(type.name);
  return isAbstractType(to) && isObjectType(own) && schema.isSubType(to, own);
}

const numbers = new WeakMap<Selections, number>();
let last = 0;

/** What tells lists of selections from each other, as text: the nodes themselves, and not what they say. */
export function identityOf(sets: readonly Selections[]): string {
  return sets
    .map((set) => {
      let number = numbers.get(set);
      if (number === undefined) numbers.set(set, (number = last++));
      return number;
    })
    .join();
}
