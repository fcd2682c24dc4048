import {
  doTypesOverlap,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
  isUnionType,
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';
import type { Draw } from './draw';
import { OF_NO_TYPE, valuesOf } from './hostile-values';

/** A GraphQL request that the schema allows, with values that it may not. */
export interface WrittenOperation {
  query: string;
  variables: Readonly<Record<string, unknown>>;
  operationName: string;
}

/** What one document holds so far. */
interface Draft {
  /** Selections that may still be written. */
  left: number;
  fragments: { name: string; type: GraphQLCompositeType; text: string }[];
  /** Definitions, such as `$v0: ID! = "x"`. */
  definitions: string[];
  variables: Record<string, unknown>;
  names: number;
}

const DEPTH = 9;
const CONDITIONS = ['@include(if: true)', '@skip(if: false)', '@skip(if: true)'];

/**
 * Writes random operations by the grammar of a schema: fields of every type, inline and named fragments, aliases, variables
 * with defaults, directives, and arguments that are as hostile as their type lets them be. It mostly takes of a type what it
 * has taken least, so that some thousand operations hold every field and argument.
 */
export class OperationWriter {
  /** How often each field (`Type.field`), argument (`Type.field(name:)`) and input field (`Input.name`) was written. */
  readonly written = new Map<string, number>();

  readonly #overlaps = new Map<GraphQLCompositeType, readonly GraphQLCompositeType[]>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly draw: Draw,
  ) {}

  next(): WrittenOperation {
    const { draw, schema } = this;
    const mutation = schema.getMutationType();
    const isMutation = mutation && draw.chance(0.25);
    const left = draw.chance(0.02) ? 300 : 4 + draw.below(isMutation ? 20 : 50);
    const draft: Draft = { left, fragments: [], definitions: [], variables: {}, names: 0 };
    const root = isMutation ? mutation : schema.getQueryType()!;
    const isIntrospection = !isMutation && draw.chance(0.05);
    const set = isIntrospection ? this.#introspection(draft) : this.#set(root, isMutation ? DEPTH - 2 : DEPTH, draft);
    const { fragments, definitions, variables } = draft;
    const taken = definitions.length > 0 ? `(${definitions.join(', ')})` : '';
    const parts = [
      `${isMutation ? 'mutation' : 'query'} Op${taken} ${set}`,
      ...fragments.map(({ name, type, text }) => `fragment ${name} on ${type.name} ${text}`),
      ...(draw.chance(0.03) ? ['query Other { __typename }'] : []),
    ];
    return { query: parts.join('\n'), variables, operationName: 'Op' };
  }

  #introspection(draft: Draft): string {
    const type = this.schema.getType('__Type') as GraphQLCompositeType;
    const whole = this.schema.getType('__Schema') as GraphQLCompositeType;
    const name = this.draw.of(Object.keys(this.schema.getTypeMap()));
    return `{ __schema ${this.#set(whole, 4, draft)} one: __type(name: "${name}") ${this.#set(type, 3, draft)} }`;
  }

  #set(type: GraphQLCompositeType, depth: number, draft: Draft): string {
    const selections: string[] = [];
    const wanted = 1 + this.draw.below(5);
    while (selections.length < wanted && draft.left > 0) {
      draft.left -= 1;
      selections.push(this.#selection(type, depth, draft));
    }
    return `{ ${selections.length > 0 ? selections.join(' ') : '__typename'} }`;
  }

  #selection(type: GraphQLCompositeType, depth: number, draft: Draft): string {
    const { draw } = this;
    if (isUnionType(type) || draw.chance(isAbstractType(type) ? 0.5 : 0.06)) return this.#fragment(type, depth, draft);
    const field = this.#field(type, depth);
    if (field === undefined) return '__typename';
    const coordinate = `${type.name}.${field.name}`;
    this.#count(coordinate);
    const args = this.#arguments(coordinate, field, draft);
    // No two fields share a name in the answer unless they are the same: so documents stay valid.
    const alias = `${type.name}_${field.name}${args === '' ? '' : `_${draft.names++}`}: `;
    const isPlain = args === '' && isObjectType(type) && Object.values(this.#roots()).includes(type);
    const condition = draw.chance(0.06) ? ` ${this.#condition(draft)}` : '';
    const inner = getNamedType(field.type);
    const below = isCompositeType(inner) ? ` ${this.#set(inner, depth - 1, draft)}` : '';
    return `${isPlain ? '' : alias}${field.name}${args}${condition}${below}`;
  }

  #roots() {
    return { query: this.schema.getQueryType(), mutation: this.schema.getMutationType() };
  }

  #fragment(type: GraphQLCompositeType, depth: number, draft: Draft): string {
    const { draw } = this;
    const into = draw.of(this.#overlapping(type));
    if (draw.chance(0.7)) {
      const condition = draw.chance(0.1) ? `${this.#condition(draft)} ` : '';
      return `... on ${into.name} ${condition}${this.#set(into, depth - 1, draft)}`;
    }
    const same = draft.fragments.filter((fragment) => fragment.type === into);
    if (same.length > 0 && draw.chance(0.5)) return `...${draw.of(same).name}`;
    // Known only once it is written, so that no fragment is in itself.
    const text = this.#set(into, depth - 1, draft);
    const name = `F${draft.fragments.length}`;
    draft.fragments.push({ name, type: into, text });
    return `...${name}`;
  }

  /** What a fragment may be of inside a type: itself, what it may be, what it is, and what may be the same. */
  #overlapping(type: GraphQLCompositeType): readonly GraphQLCompositeType[] {
    const known = this.#overlaps.get(type);
    if (known) return known;
    const types = Object.values(this.schema.getTypeMap()).filter(isCompositeType);
    const overlapping = types.filter((other) => doTypesOverlap(this.schema, type, other));
    this.#overlaps.set(type, overlapping);
    return overlapping;
  }

  /** Of a few fields the one that was written least; at the end of a way only one that has no way on. */
  #field(
    type: Exclude<GraphQLCompositeType, { getTypes: unknown }>,
    depth: number,
  ): GraphQLField<unknown, unknown> | undefined {
    const all = Object.values(type.getFields());
    const fields = depth > 0 ? all : all.filter(({ type }) => isLeafType(getNamedType(type)));
    if (fields.length === 0) return undefined;
    const some = Array.from({ length: 4 }, () => this.draw.of(fields));
    const times = ({ name }: GraphQLField<unknown, unknown>) => this.written.get(`${type.name}.${name}`) ?? 0;
    return some.reduce((least, field) => (times(field) < times(least) ? field : least));
  }

  #arguments(coordinate: string, { args }: GraphQLField<unknown, unknown>, draft: Draft): string {
    const isNew = ({ name }: GraphQLArgument) => !this.written.has(`${coordinate}(${name}:)`);
    const given = args.filter((arg) => isRequiredArgument(arg) || isNew(arg) || this.draw.chance(0.6));
    const texts = given.map((arg) => {
      this.#count(`${coordinate}(${arg.name}:)`);
      return `${arg.name}: ${this.#given(arg, draft)}`;
    });
    return texts.length > 0 ? `(${texts.join(', ')})` : '';
  }

  /** As a variable, or written out. */
  #given(arg: GraphQLArgument, draft: Draft): string {
    const { draw } = this;
    const value = this.#value(arg.name, arg.type);
    if (draw.chance(0.5) && isLiteral(value)) return literal(value, arg.type);
    const name = `v${draft.names++}`;
    const initial = draw.chance(0.15) ? this.#value(arg.name, arg.type) : undefined;
    const hasInitial = initial !== undefined && isLiteral(initial);
    draft.definitions.push(`$${name}: ${arg.type}${hasInitial ? ` = ${literal(initial, arg.type)}` : ''}`);
    if (!hasInitial || draw.chance(0.7)) draft.variables[name] = draw.chance(0.04) ? draw.of(OF_NO_TYPE) : value;
    return `$${name}`;
  }

  /** A value of a type, as JSON. */
  #value(name: string, type: GraphQLInputType): unknown {
    const { draw } = this;
    if (isNonNullType(type)) return this.#value(name, type.ofType);
    if (isListType(type)) {
      const length = draw.chance(0.02) ? 300 : draw.below(4);
      return Array.from({ length }, () => this.#value(name, type.ofType));
    }
    if (isEnumType(type)) return draw.of(type.getValues()).name;
    if (isInputObjectType(type)) return this.#object(type.name, Object.values(type.getFields()));
    const { usual, hostile } = valuesOf(name, type.name);
    return draw.of(draw.chance(0.5) ? usual : hostile);
  }

  #object(type: string, fields: readonly GraphQLInputField[]): Record<string, unknown> {
    const given = fields.filter((field) => isRequiredInputField(field) || this.draw.chance(0.5));
    for (const { name } of given) this.#count(`${type}.${name}`);
    return Object.fromEntries(given.map(({ name, type }) => [name, this.#value(name, type)]));
  }

  #condition(draft: Draft): string {
    if (this.draw.chance(0.6)) return this.draw.of(CONDITIONS);
    const name = `v${draft.names++}`;
    draft.definitions.push(`$${name}: Boolean!`);
    draft.variables[name] = this.draw.chance(0.8);
    return `@include(if: $${name})`;
  }

  #count(coordinate: string): void {
    this.written.set(coordinate, (this.written.get(coordinate) ?? 0) + 1);
  }
}

/** Whether a value can be written in a document: half a surrogate pair cannot, nor a number that Int does not hold. */
function isLiteral(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(isLiteral);
  if (typeof value === 'object' && value !== null) return Object.values(value).every(isLiteral);
  return typeof value !== 'string' || (Buffer.from(value).toString() === value && value.length < 20_000);
}

/** A value as GraphQL. What is not of the type, as any value of a scalar may be, is written by its shape. */
function literal(value: unknown, type?: GraphQLInputType): string {
  if (isNonNullType(type)) return literal(value, type.ofType);
  if (isEnumType(type)) return String(value);
  if (Array.isArray(value)) {
    return `[${value.map((one) => literal(one, isListType(type) ? (type.ofType as GraphQLInputType) : undefined)).join(', ')}]`;
  }
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = isInputObjectType(type) ? type.getFields() : {};
  const parts = Object.entries(value).map(([name, inner]) => `${name}: ${literal(inner, fields[name]?.type)}`);
  return `{ ${parts.join(', ')} }`;
}
