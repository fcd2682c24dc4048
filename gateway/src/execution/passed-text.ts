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
import { GeneratedCode, literal } from './generated-code';
import { ESCAPED, scanBoolean, scanFloat, scanInt, scanName, scanScalar, scanString } from './scan-json';
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
  scan(text: string, at: number, isEscaped: boolean): number;
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

/**
 * Makes a slot for entities of one type. Its scanner takes a text only if it has every field of the shape, in order and
 * without a space, no field else, and in each a value of the field's type: then it is what would be written anyhow.
 *
 * @param schema - by which values are judged.
 */
export function textSlot(shape: Shape, type: GraphQLObjectType, schema: GraphQLSchema): TextSlot {
  const code = new GeneratedCode();
  const scan = code.build<TextSlot['scan']>(scanFields(code, shape, type, schema));
  return { key: Symbol(type.name), shape, scan };
}

/** Adds `(text, at, isEscaped) => end` for the fields of an object, from behind its `{` to before its `}`. */
function scanFields(code: GeneratedCode, shape: Shape, type: GraphQLObjectType, schema: GraphQLSchema): string {
  const body = shape.map((field, index) => {
    const key = `${index > 0 ? ',' : ''}${JSON.stringify(field.key)}:`;
    const value =
      field.name === '__typename'
        ? exactly(JSON.stringify(type.name))
        : scanValue(code, field.inner, type.getFields()[field.name]!.type, schema);
    return exactly(key) + value;
  });
  return code.add('s,i,e', `${body.join('')}return i;`);
}

const exactly = (text: string) => `if(!s.startsWith(${literal(text)},i))return -1;i+=${text.length};`;

/** Statements that move `i` behind a value, or return. */
function scanValue(code: GeneratedCode, inner: Shape | null, type: GraphQLOutputType, schema: GraphQLSchema): string {
  if (!isNonNullType(type)) {
    return `if(s.charCodeAt(i)===110){${exactly('null')}}else{${scanPresent(code, inner, type, schema)}}`;
  }
  return scanPresent(code, inner, type.ofType, schema);
}

function scanPresent(code: GeneratedCode, inner: Shape | null, type: GraphQLOutputType, schema: GraphQLSchema): string {
  if (isNonNullType(type)) return scanPresent(code, inner, type.ofType, schema);
  const move = (call: string) => `i=${call};if(i<0)return -1;`;
  if (isListType(type)) {
    const list = code.add(
      's,i,e',
      `if(s.charCodeAt(i)!==91)return -1;if(s.charCodeAt(++i)===93)return i+1;
       for(;;){${scanValue(code, inner, type.ofType, schema)}
         const c=s.charCodeAt(i++);if(c===93)return i;if(c!==44)return -1;}`,
    );
    return move(`${list}(s,i,e)`);
  }
  if (inner) {
    const fields = scanFields(code, inner, type as GraphQLObjectType, schema);
    return `if(s.charCodeAt(i)!==123)return -1;${move(`${fields}(s,i+1,e)`)}if(s.charCodeAt(i++)!==125)return -1;`;
  }
  return move(scanLeaf(code, type as GraphQLLeafType, schema));
}

function scanLeaf(code: GeneratedCode, type: GraphQLLeafType, schema: GraphQLSchema): string {
  if (isEnumType(type)) {
    // Of the values that clients may see, where they may see the enum at all.
    const seen = schema.getType(type.name);
    const values = (isEnumType(seen) ? seen : type).getValues().map(({ name }) => `"${name}"`);
    return `${code.constant(scanName)}(s,i,${code.constant(values)})`;
  }
  const scan = { String: scanString, ID: scanString, Int: scanInt, Float: scanFloat, Boolean: scanBoolean }[type.name];
  return `${code.constant(scan ?? scanScalar)}(s,i,e)`;
}

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
  const isEscaped = ESCAPED.test(text);
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
      const end = text[at] === '{' ? slot.scan(text, at + 1, isEscaped) : -1;
      if (end < 0 || text[end] !== '}') return undefined;
      texts.push(text.slice(at + 1, end));
      at = end + 1;
    }
    if (text[at++] !== ']') return undefined;
    all.push(texts);
  }
  return text.length === at + TAIL.length && text.endsWith(TAIL) ? all : undefined;
}
