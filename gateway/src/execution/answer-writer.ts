import {
  isCompositeType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLCompositeType,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
} from 'graphql';
import { GeneratedCode, inRuns, literal, read } from './generated-code';
import type { InPieces } from './in-turns';
import { leafWriter, type LeafWriter } from './leaf-values';
import type { Data, Path } from './objects-at';
import { findShape, shapeOfField, type TextSlot } from './passed-text';
import { objectTypes } from './representation-writer';
import {
  identityOf,
  selectedFields,
  type SelectedField,
  type SelectionReader,
  type Selections,
} from './selected-fields';

/** A place of the answer from its end to its beginning. */
export interface Place {
  up: Place | null;
  key: string | number;
}

/** A field, as `Body.name`, and the subgraph that was asked for it. */
export interface FieldOfSubgraph {
  field: string;
  subgraph: string | undefined;
}

/** Is told where an answer does not fit the schema. */
export interface Completion {
  /** A null, or nothing, where none may be. `object` and `own` say where it was found. */
  missing(object: object, own: string | number, place: Place, what: FieldOfSubgraph): void;
  /** A value that is none of its field's type. */
  misfit(place: Place, what: FieldOfSubgraph): void;
  /** A null in place of a field that the caller may not see. */
  refused(place: Place): void;
}

/** Takes down that there is something to tell, and not where. */
export interface Flaws {
  isFlawed: boolean;
}

/** The text of an object; null if a null in it may not be. */
type Writer<Told> = (object: Data, told: Told, place: null) => string | null;

export type PlacedWriter = Writer<Completion>;

/** What an answer is written from. */
export interface AnswerWriterOptions {
  /** Reads the client's document by the schema that clients see. */
  reader: SelectionReader;
  selections: Selections;
  root: GraphQLObjectType;
  /** Whether there is a type that clients may not see: a reference to what a partnership does not have. */
  isHidden(type: string): boolean;
  /** Texts that are kept in objects of a type at a place. */
  slotsAt(path: readonly string[], type: GraphQLObjectType): readonly TextSlot[];
  /** The subgraph that was asked for a field of objects of a type at a place. */
  askedFor(own: string, path: readonly string[], type: GraphQLObjectType): string | undefined;
}

/**
 * Makes the function that writes an answer as GraphQL completes values: in the client's order and under the client's keys,
 * leaves checked, and a null where none may be goes up to the next place where one may.
 */
export function* compileAnswerWriter(options: AnswerWriterOptions): InPieces<{ write: Writer<Flaws>; size: number }> {
  const code = new AnswerCode(options, false);
  const write = code.build<Writer<Flaws>>(yield* code.object([options.selections], options.root, []));
  return { write, size: code.size };
}

/** The same, and it knows where it is. That takes time, and is only needed where something is to be told. */
export function* compilePlacedWriter(options: AnswerWriterOptions): InPieces<PlacedWriter> {
  const code = new AnswerCode(options, true);
  return code.build<PlacedWriter>(yield* code.object([options.selections], options.root, []));
}

/** The variables in it: `o` the object, `c` the completion, `p` the place, `t` the text, `v` a value, `x` its text. */
class AnswerCode extends GeneratedCode {
  readonly #leafs = new Map<string, LeafWriter>();
  readonly #written = new Map<string, string>();

  constructor(
    private readonly options: AnswerWriterOptions,
    private readonly isPlaced: boolean,
  ) {
    super();
  }

  /** The name of a function for objects of a type; one for all that select the same at the same place. */
  *object(sets: readonly Selections[], type: GraphQLObjectType, path: readonly string[]): InPieces<string> {
    const what = `${type.name} ${path.join('.')} ${identityOf(sets)}`;
    let name = this.#written.get(what);
    if (!name) this.#written.set(what, (name = yield* this.#object(sets, type, path)));
    return name;
  }

  *#object(sets: readonly Selections[], type: GraphQLObjectType, path: readonly string[]): InPieces<string> {
    const { reader, slotsAt } = this.options;
    const fields = selectedFields(reader, sets, type);
    const texts: string[] = [];
    for (const [index, field] of fields.entries()) {
      texts.push(yield* this.#field(field, index, type, path));
      yield;
    }
    const slots = slotsAt(path, type);
    const shapes = slots.length > 0 ? fields.map((field) => shapeOfField(reader, field, type)) : [];
    for (const { key, shape } of slots) {
      const from = findShape(shapes, shape);
      if (from < 0) continue;
      const alone = yield* this.#inFunctions(texts.slice(from, from + shape.length));
      const text = `t+=${from > 0 ? '","+' : ''}r;`;
      texts[from] = `{const r=o[${this.constant(key)}];if(r!==undefined){${text}}else{${alone}}}`;
      texts.fill('', from + 1, from + shape.length);
    }
    return this.add('o,c,p', `let t='{';${yield* this.#inFunctions(texts)}return t+'}';`);
  }

  /** Statements that add fields to `t`, none of them in a function that is too long. */
  *#inFunctions(texts: readonly string[]): InPieces<string> {
    const runs = inRuns(texts);
    if (runs.length === 1) return runs[0]!;
    let calls = '';
    for (const run of runs) {
      const name = this.add('o,c,p', `let t='';${run}return t;`);
      calls += `{const x=${name}(o,c,p);if(x===null)return null;t+=x;}`;
      yield;
    }
    return calls;
  }

  *#field(field: SelectedField, index: number, parent: GraphQLObjectType, path: readonly string[]): InPieces<string> {
    const { key, own, name, isRefused, sets } = field;
    const start = `${index > 0 ? ',' : ''}${JSON.stringify(key)}:`;
    if (isRefused) return `${this.#tell('refused', this.#here(literal(key)))}t+=${literal(`${start}null`)};`;
    if (name === '__typename') return `t+=${literal(start + JSON.stringify(parent.name))};`;

    const { type } = parent.getFields()[name]!;
    const place = this.#here(literal(key));
    const what = this.#what(`${parent.name}.${name}`, own, path, parent);
    const missing = this.#tell('missing', `o,${literal(own)},${place},${what}`);
    const text = yield* this.#value(type, sets, [...path, own], place, what);
    const ifNull = isNonNullType(type) ? 'return null' : `t+=${literal(`${start}null`)}`;
    return `{const v=${read('o', own)};let x=null;
      if(v!==null&&v!==undefined){${text}}${isNonNullType(type) ? `else{${missing}}` : ''}
      if(x===null){${ifNull};}else t+=${literal(start)}+x;}`;
  }

  /** Statements that give `x` the text of `v`, which is something; or leave it null, with a reason told. */
  *#value(
    type: GraphQLOutputType,
    sets: readonly Selections[],
    path: readonly string[],
    place: string,
    what: string,
  ): InPieces<string> {
    if (isNonNullType(type)) return yield* this.#value(type.ofType, sets, path, place, what);
    const misfit = this.#tell('misfit', `${place},${what}`);
    if (isListType(type)) {
      const list = yield* this.#list(type.ofType, sets, path, what);
      return `if(Array.isArray(v))x=${list}(v,c,${place});else{${misfit}}`;
    }
    if (!isCompositeType(type)) return `x=${this.#leaf(type)}(v);if(x===null){${misfit}}`;
    const object = `x=${yield* this.#composite(type, sets, path)}(v,c,${place},${what});`;
    return `if(typeof v==='object'&&!Array.isArray(v)){${object}}else{${misfit}}`;
  }

  *#list(
    item: GraphQLOutputType,
    sets: readonly Selections[],
    path: readonly string[],
    what: string,
  ): InPieces<string> {
    const place = this.#here('i');
    const missing = this.#tell('missing', `a,i,${place},${what}`);
    const text = yield* this.#value(item, sets, [...path, '@'], place, what);
    const isStrict = isNonNullType(item);
    return this.add(
      'a,c,p',
      `let t='[';for(let i=0;i<a.length;i++){const v=a[i];let x=null;
       if(v!==null&&v!==undefined){${text}}${isStrict ? `else{${missing}}` : ''}
       ${isStrict ? 'if(x===null)return null;' : "if(x===null)x='null';"}
       t+=i===0?x:','+x;}
       return t+']';`,
    );
  }

  /** The name of a function for objects of a type that may be abstract. */
  *#composite(type: GraphQLCompositeType, sets: readonly Selections[], path: readonly string[]): InPieces<string> {
    if (isObjectType(type)) return yield* this.object(sets, type, path);
    const what = `${type.name} ${path.join('.')} ${identityOf(sets)}`;
    let name = this.#written.get(what);
    if (!name) {
      let cases = '';
      for (const one of objectTypes(this.options.reader.schema, type)) {
        cases += `case ${literal(one.name)}:return ${yield* this.object(sets, one, path)}(o,c,p);`;
      }
      const isHidden = this.constant(this.options.isHidden);
      const misfit = this.#tell('misfit', 'p,f');
      const typename = read('o', '__typename');
      name = this.add('o,c,p,f', `switch(${typename}){${cases}}if(!${isHidden}(${typename})){${misfit}}return null;`);
      this.#written.set(what, name);
    }
    return name;
  }

  #leaf(type: GraphQLLeafType): string {
    let writer = this.#leafs.get(type.name);
    if (!writer) this.#leafs.set(type.name, (writer = leafWriter(type)));
    return this.constant(writer);
  }

  #here(key: string): string {
    return this.isPlaced ? `{up:p,key:${key}}` : 'null';
  }

  /** What is to be told of a field. */
  #what(field: string, own: string, path: readonly string[], parent: GraphQLObjectType): string {
    return this.isPlaced ? this.constant({ field, subgraph: this.options.askedFor(own, path, parent) }) : 'null';
  }

  #tell(what: keyof Completion, about: string): string {
    return this.isPlaced ? `c.${what}(${about});` : what === 'refused' ? '' : 'c.isFlawed=true;';
  }
}

/** A place as a response path. */
export function pathOf(place: Place): Path {
  const path: (string | number)[] = [];
  for (let at: Place | null = place; at; at = at.up) path.push(at.key);
  return path.reverse();
}
