import {
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isListType,
  Kind,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';
import type { ArgumentValues } from './argument-values';
import type { CostRules, FieldRule } from './cost-rules';
import type { OperationLimits } from './limits';

/** What {@link WrittenOut} works with. */
export interface Written {
  schema: GraphQLSchema;
  rules: CostRules;
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  values: ArgumentValues;
}

/** Items of a list of which the schema says nothing. */
const UNKNOWN_SIZE = 10;

/** What a change weighs, beside its answer, where the schema does not say. */
const MUTATION_WEIGHT = 10;

/** A value of introspection is in memory, is asked of nobody, and of its estimate most is null. */
const INTROSPECTION_WEIGHT = 0.05;

/** It unwraps a type, and what it unwraps ends by itself. The standard introspection query holds it nine times. */
const UNWRAPS = '__Type.ofType';

const NO_RULES: ReadonlyMap<string, FieldRule> = new Map();

/**
 * An operation as it is once each fragment is written where it is spread, and each field of an interface or a union for
 * every type that it may be of. That is about what a planner works on: a document of 1 kB can stand for a million fields.
 * On the way it adds up what the answer costs: each value that it can hold, times the items of the lists around it.
 */
export class WrittenOut {
  /** Selections so far. Once they pass the limit nothing more is looked at. */
  size = 0;
  /** Fields from the root to the deepest leaf. */
  depth = 0;
  /** The first field that stands inside itself more often than it may; null where none does. */
  circular: string | null = null;
  /** The first field of introspection that stands beside itself more often than it may. */
  repetitive: string | null = null;
  /** Whether it asks for the schema. */
  isIntrospection = false;
  /** How often each field, and each fragment, stands on the way from the root to here. */
  readonly #above = new Map<string, number>();

  constructor(
    private readonly written: Written,
    private readonly limits: Pick<OperationLimits, 'maxSize' | 'maxRepeats' | 'maxIntrospections'>,
  ) {}

  /** Whether more than the limit was met. */
  get isTooLarge(): boolean {
    return this.size > this.limits.maxSize;
  }

  /**
   * Adds a selection set of a type, with all that is under it.
   *
   * @returns what it costs for one object of the type, in points; too little where the limit was passed.
   */
  add(set: SelectionSetNode, type: GraphQLObjectType): number {
    return this.#add(set, type, { depth: 1, rules: NO_RULES, beside: new Map() });
  }

  #add({ selections }: SelectionSetNode, type: GraphQLObjectType, place: Place): number {
    let cost = 0;
    for (const node of selections) {
      this.size++;
      if (this.isTooLarge) return cost;
      if (node.kind === Kind.FIELD) {
        cost += this.#field(node, type, place);
      } else if (node.kind === Kind.INLINE_FRAGMENT) {
        if (this.#isOf(node.typeCondition?.name.value, type)) cost += this.#add(node.selectionSet, type, place);
      } else {
        const fragment = this.written.fragments.get(node.name.value);
        if (!fragment || !this.#isOf(fragment.typeCondition.name.value, type)) continue;
        // A cycle of fragments is another rule's matter, but it has to end here.
        const spread = `...${node.name.value}`;
        if (!this.#above.has(spread)) cost += this.#with(spread, () => this.#add(fragment.selectionSet, type, place));
      }
    }
    return cost;
  }

  #field(node: FieldNode, type: GraphQLObjectType, { depth, rules, beside }: Place): number {
    const name = node.name.value;
    const field = this.#definition(type, name);
    if (!field) return 0;
    this.depth = Math.max(this.depth, depth);
    const isMeta = type.name.startsWith('__') || field === SchemaMetaFieldDef || field === TypeMetaFieldDef;
    if (isMeta) this.#noteIntrospection(name, beside);

    const coordinate = `${type.name}.${name}`;
    const rule = rules.get(name) ?? this.written.rules.ofField(type.name, name);
    const sliced = this.written.values.sliceOf(node, field, rule);
    const items = isListType(getNullableType(field.type)) ? (sliced ?? rule.assumedSize ?? UNKNOWN_SIZE) : 1;
    const { selectionSet } = node;
    const below = { depth: depth + 1, rules: rulesBelow(rule, sliced), beside: new Map<string, number>() };
    const inside = selectionSet
      ? this.#inside(coordinate, () => this.#below(field.type, node, selectionSet, below))
      : 0;
    const isMutation = type === this.written.schema.getMutationType() && !field.name.startsWith('__');
    const own = rule.weight ?? (isMutation ? MUTATION_WEIGHT : 0);
    const each = isMeta ? INTROSPECTION_WEIGHT : this.written.rules.ofType(getNamedType(field.type).name);
    return own + items * (each + inside);
  }

  /** What one object costs: of several types it may be of, the dearest. */
  #below(type: GraphQLOutputType, node: FieldNode, set: SelectionSetNode, place: Place): number {
    const named = getNamedType(type);
    if (!isCompositeType(named)) return 0;
    if (!isAbstractType(named)) return this.#add(set, named, place);
    const asked = this.written.values.typesOf(node);
    const types = this.written.schema.getPossibleTypes(named).filter(({ name }) => asked?.has(name) ?? true);
    return Math.max(0, ...types.map((one) => this.#add(set, one, { ...place, beside: new Map() })));
  }

  #definition(type: GraphQLObjectType, name: string): GraphQLField<unknown, unknown> | undefined {
    if (name === TypeNameMetaFieldDef.name) return TypeNameMetaFieldDef;
    if (type === this.written.schema.getQueryType()) {
      if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
      if (name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
    }
    return type.getFields()[name];
  }

  #noteIntrospection(name: string, beside: Map<string, number>): void {
    this.isIntrospection = true;
    const count = (beside.get(name) ?? 0) + 1;
    beside.set(name, count);
    if (count > this.limits.maxIntrospections) this.repetitive ??= name;
  }

  #inside(field: string, work: () => number): number {
    if (field === UNWRAPS || (this.#above.get(field) ?? 0) < this.limits.maxRepeats) return this.#with(field, work);
    this.circular ??= field.split('.')[1]!;
    return 0;
  }

  #with(key: string, work: () => number): number {
    const before = this.#above.get(key) ?? 0;
    this.#above.set(key, before + 1);
    const result = work();
    if (before > 0) this.#above.set(key, before);
    else this.#above.delete(key);
    return result;
  }

  #isOf(condition: string | undefined, type: GraphQLObjectType): boolean {
    if (condition === undefined || condition === type.name) return true;
    const named = this.written.schema.getType(condition);
    return isAbstractType(named) && this.written.schema.isSubType(named, type);
  }
}

/** Where in the operation a selection set stands. */
interface Place {
  depth: number;
  /** Rules that what is above has for the fields here. */
  rules: ReadonlyMap<string, FieldRule>;
  /** How often each field of introspection was met in this place so far. */
  beside: Map<string, number>;
}

function rulesBelow({ below, sizedFields, assumedSize }: FieldRule, sliced: number | undefined) {
  if (!sizedFields?.length) return below ?? NO_RULES;
  return new Map(sizedFields.map((name) => [name, { assumedSize: sliced ?? assumedSize ?? UNKNOWN_SIZE }]));
}
