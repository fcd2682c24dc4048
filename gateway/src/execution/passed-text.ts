import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isListType,
  isNonNullType,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';
import {
  BOOLEAN_PATTERN,
  exactly,
  FLOAT_PATTERN,
  INT_PATTERN,
  listOf,
  oneOf,
  SCALAR_PATTERN,
  STRING_PATTERN,
} from './json-patterns';
import { selectedFields, type SelectedField, type SelectionReader, type Selections } from './selected-fields';

/** One field of a shape; without inner fields for a leaf. */
export interface ShapeField {
  key: string;
  name: string;
  inner: Shape | null;
}

/** What is selected of an object of one type, in order, as a subgraph writes it into its text. */
export type Shape = readonly ShapeField[];

/** Where the text of an entity is kept that goes into the answer unparsed, and which text may. */
export interface TextSlot {
  /** The key in the entity's object. No answer has it. */
  key: symbol;
  shape: Shape;
  /** Where the fields of an entity end that begin at a place of a text; -1 unless they are of the shape to the letter. */
  endOf(text: string, at: number): number;
}

/** The shape of selections of one type; undefined where it hangs on a type that only the answer tells, or keys are renamed. */
export function shapeOf(
  reader: SelectionReader,
  sets: readonly Selections[],
  type: GraphQLObjectType,
): Shape | undefined {
  const fields = selectedFields(reader, sets, type).map((field) => shapeOfField(reader, field, type));
  return fields.every((field) => field !== undefined) ? fields : undefined;
}

/** The shape of one field among others. */
export function shapeOfField(
  reader: SelectionReader,
  { key, own, name, isRefused, sets }: SelectedField,
  parent: GraphQLObjectType,
): ShapeField | undefined {
  if (isRefused || key !== own) return undefined;
  if (name === '__typename') return { key, name, inner: null };
  const type = getNamedType(parent.getFields()[name]!.type);
  if (!isCompositeType(type)) return { key, name, inner: null };
  if (isAbstractType(type)) return undefined;
  const inner = shapeOf(reader, sets, type);
  return inner && { key, name, inner };
}

/** Where a shape stands whole among fields, as the index of its first; -1 if it does not. */
export function findShape(fields: readonly (ShapeField | undefined)[], shape: Shape): number {
  const texts = fields.map((field) => field && JSON.stringify(field));
  const wanted = shape.map((field) => JSON.stringify(field));
  return texts.findIndex((_, from) => wanted.every((one, index) => texts[from + index] === one));
}

/** Characters of a pattern: the engine works out a longer one slowly. */
const LONGEST_PATTERN = 20_000;

/**
 * Makes a slot for entities of one type. Its pattern takes a text only if it has every field of the shape, in order and
 * without a space, no field else, and in each a value of the field's type: then it is what would be written anyhow.
 *
 * @param schema - by which values are judged.
 * @param key - by which their objects hold them, and nothing else.
 * @returns undefined where there are too many fields.
 */
export function textSlot(
  shape: Shape,
  type: GraphQLObjectType,
  schema: GraphQLSchema,
  key: symbol,
): TextSlot | undefined {
  const text = fieldsPattern(shape, type, schema);
  if (text.length > LONGEST_PATTERN) return undefined;
  const pattern = new RegExp(text, 'y');
  return {
    key,
    shape,
    endOf(text, at) {
      pattern.lastIndex = at;
      try {
        return pattern.test(text) ? pattern.lastIndex : -1;
      } catch {
        // Longer than the engine can keep count of.
        return -1;
      }
    },
  };
}

/** The fields of an object, from behind its `{` to before its `}`. */
function fieldsPattern(shape: Shape, type: GraphQLObjectType, schema: GraphQLSchema): string {
  const fields = shape.map(({ key, name, inner }) => {
    const value =
      name === '__typename'
        ? exactly(JSON.stringify(type.name))
        : valuePattern(inner, type.getFields()[name]!.type, schema);
    return exactly(`${JSON.stringify(key)}:`) + value;
  });
  return fields.join(',');
}

function valuePattern(inner: Shape | null, type: GraphQLOutputType, schema: GraphQLSchema): string {
  if (!isNonNullType(type)) return oneOf(['null', presentPattern(inner, type, schema)]);
  return presentPattern(inner, type.ofType, schema);
}

/** A value that is not null. */
function presentPattern(inner: Shape | null, type: GraphQLOutputType, schema: GraphQLSchema): string {
  if (isListType(type)) return listOf(valuePattern(inner, type.ofType, schema));
  if (inner) return String.raw`\{${fieldsPattern(inner, type as GraphQLObjectType, schema)}\}`;
  return leafPattern(type as GraphQLLeafType, schema);
}

function leafPattern(type: GraphQLLeafType, schema: GraphQLSchema): string {
  if (isEnumType(type)) {
    // Of the values that clients may see, where they may see the enum at all.
    const seen = schema.getType(type.name);
    return oneOf((isEnumType(seen) ? seen : type).getValues().map(({ name }) => exactly(`"${name}"`)));
  }
  const { name } = type;
  return Object.hasOwn(PATTERNS, name) ? PATTERNS[name]! : SCALAR_PATTERN;
}

const PATTERNS: Readonly<Record<string, string>> = {
  String: STRING_PATTERN,
  ID: STRING_PATTERN,
  Int: INT_PATTERN,
  Float: FLOAT_PATTERN,
  Boolean: BOOLEAN_PATTERN,
};

/** What entities of a text are for. */
export interface PassedEntities {
  /** The response key of their list. */
  key: string;
  count: number;
  slot: TextSlot;
}

const HEAD = '{"data":{';
const TAIL = '}}';

/**
 * The texts of the entities of an answer, without their braces, null for an entity that is null; undefined unless the answer is
 * nothing but them, to its last character: no errors, no extensions, nothing that a parser should see.
 */
export function entityTexts(text: string, lists: readonly PassedEntities[]): (string | null)[][] | undefined {
  if (!text.startsWith(HEAD)) return undefined;
  let at = HEAD.length;
  const all: (string | null)[][] = [];
  for (const { key, count, slot } of lists) {
    const head = `${all.length > 0 ? ',' : ''}"${key}":[`;
    if (!text.startsWith(head, at)) return undefined;
    at += head.length;
    const texts: (string | null)[] = [];
    for (let index = 0; index < count; index++) {
      if (index > 0 && text[at++] !== ',') return undefined;
      if (text.startsWith('null', at)) {
        texts.push(null);
        at += 4;
        continue;
      }
      const end = text[at] === '{' ? slot.endOf(text, at + 1) : -1;
      if (end < 0 || text[end] !== '}') return undefined;
      texts.push(text.slice(at + 1, end));
      at = end + 1;
    }
    if (text[at++] !== ']') return undefined;
    all.push(texts);
  }
  return text.length === at + TAIL.length && text.endsWith(TAIL) ? all : undefined;
}
