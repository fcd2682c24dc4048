import type { QueryPlan } from '@apollo/query-planner';
import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type SelectionNode,
} from 'graphql';
import { GeneratedCode, literal, read } from './generated-code';
import { jsonText } from './json-text';
import type { Data } from './objects-at';
import { findShape, shapeOfField, type TextSlot } from './passed-text';
import { namesAsTheyStand, selectedFields, type SelectionReader, type Selections } from './selected-fields';
import { Unsupported } from './unsupported';

/** A selection as the planner writes what it requires. */
export type RequiredSelection = NonNullable<
  Extract<NonNullable<QueryPlan['node']>, { kind: 'Fetch' }>['requires']
>[number];

/** An entity as its subgraph is told of it; null for an object of which too little is known. */
export type RepresentationWriter = (object: Data) => string | null;

/** The planner's selections as those of a document. */
export function asSelections(nodes: readonly RequiredSelection[]): SelectionNode[] {
  return nodes.map((node): SelectionNode => {
    if (node.kind === 'InlineFragment') {
      const selectionSet = { kind: Kind.SELECTION_SET, selections: asSelections(node.selections) } as const;
      if (!node.typeCondition) return { kind: Kind.INLINE_FRAGMENT, selectionSet };
      const name = { kind: Kind.NAME, value: node.typeCondition } as const;
      return { kind: Kind.INLINE_FRAGMENT, typeCondition: { kind: Kind.NAMED_TYPE, name }, selectionSet };
    }
    return {
      kind: Kind.FIELD,
      name: { kind: Kind.NAME, value: node.name },
      ...(node.alias && { alias: { kind: Kind.NAME, value: node.alias } }),
      ...(node.selections && { selectionSet: { kind: Kind.SELECTION_SET, selections: asSelections(node.selections) } }),
    };
  });
}

/** The types of which something is required. */
export function typesRequired(
  schema: GraphQLSchema,
  required: readonly RequiredSelection[],
): readonly GraphQLObjectType[] {
  let types = typesOf.get(required);
  if (!types) typesOf.set(required, (types = findTypes(schema, required)));
  return types;
}

const typesOf = new WeakMap<readonly RequiredSelection[], readonly GraphQLObjectType[]>();

function findTypes(schema: GraphQLSchema, required: readonly RequiredSelection[]): GraphQLObjectType[] {
  const types = required.flatMap((one) => {
    const type = one.kind === 'InlineFragment' && one.typeCondition ? schema.getType(one.typeCondition) : undefined;
    if (!isCompositeType(type)) throw new Unsupported('an entity without a type');
    return objectTypes(schema, type);
  });
  return [...new Set(types)];
}

/** The types that an object of a type may be of. */
export function objectTypes(schema: GraphQLSchema, type: GraphQLNamedType | undefined): readonly GraphQLObjectType[] {
  if (isObjectType(type)) return [type];
  return isAbstractType(type) ? schema.getPossibleTypes(type) : [];
}

/** How selections of a plan are read: their keys stand, and nothing in them hangs on a variable. */
export function plannedReader(schema: GraphQLSchema): SelectionReader {
  return { schema, fragments: new Map(), conditions: new Map(), namesOf: namesAsTheyStand };
}

/**
 * Makes the function that writes representations of one type.
 *
 * @param slotsAt - the texts that are kept in objects of a type at the fetch's place, by the keys that lead there from it.
 */
export function representationWriter(
  schema: GraphQLSchema,
  required: Selections,
  type: GraphQLObjectType,
  slotsAt: (path: readonly string[], type: GraphQLObjectType) => readonly TextSlot[],
): RepresentationWriter {
  const code = new GeneratedCode();
  const reader = plannedReader(schema);

  function object(sets: readonly Selections[], type: GraphQLObjectType, path: readonly string[]): string {
    const fields = selectedFields(reader, sets, type);
    const shapes = fields.map((field) => shapeOfField(reader, field, type));
    const found = slotsAt(path, type).map((slot) => ({ slot, from: findShape(shapes, slot.shape) }));
    const field = (index: number): string => {
      const { own: key, name, sets: inner } = fields[index]!;
      const start = `t+=${literal(`${index > 0 ? ',' : ''}${JSON.stringify(key)}:`)};`;
      const of = name === '__typename' ? undefined : type.getFields()[name]!.type;
      const text = of ? value(of, inner, [...path, key]) : `${code.constant(jsonText)}(v)`;
      return `{const v=${read('o', key)};if(v===undefined)return null;${start}t+=v===null?'null':${text}??'null';}`;
    };
    let body = '';
    for (let index = 0; index < fields.length; index++) {
      const kept = found.find(({ from }) => from === index);
      if (!kept) {
        body += field(index);
        continue;
      }
      const { length } = kept.slot.shape;
      const alone = Array.from({ length }, (_, next) => field(index + next)).join('');
      const text = `t+=${index > 0 ? '","+' : ''}r`;
      body += `{const r=o[${code.constant(kept.slot.key)}];if(r!==undefined){${text}}else{${alone}}}`;
      index += length - 1;
    }
    return code.add('o', `let t='{';${body}return t+'}';`);
  }

  /** An expression for the text of `v`, which is something. */
  function value(of: GraphQLOutputType, sets: readonly Selections[], path: readonly string[]): string {
    if (isNonNullType(of)) return value(of.ofType, sets, path);
    const named = getNamedType(of);
    // What is neither composite nor in an object of its own is repeated as it came.
    if (!isCompositeType(named)) return `${code.constant(jsonText)}(v)`;
    if (isListType(of)) {
      const item = value(of.ofType, sets, [...path, '@']);
      const list = code.add(
        'a',
        `if(!Array.isArray(a))return null;let t='[';
         for(let i=0;i<a.length;i++){const v=a[i];t+=(i===0?'':',')+(v===null||v===undefined?'null':${item}??'null');}
         return t+']';`,
      );
      return `${list}(v)`;
    }
    if (isObjectType(named)) return `(typeof v==='object'?${object(sets, named, path)}(v):null)`;
    const cases = schema
      .getPossibleTypes(named)
      .map((one) => `case ${literal(one.name)}:return ${object(sets, one, path)}(o);`);
    return `(typeof v==='object'?${code.add('o', `switch(o.__typename){${cases.join('')}default:return null;}`)}(v):null)`;
  }

  return code.build<RepresentationWriter>(object([required], type, []));
}
