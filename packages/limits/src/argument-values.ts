import {
  Kind,
  valueFromASTUntyped,
  type FieldNode,
  type GraphQLField,
  type OperationDefinitionNode,
  type ValueNode,
} from 'graphql';
import type { FieldRule } from './cost-rules';

/** The variables of a request, as they came. */
export type Variables = Readonly<Record<string, unknown>>;

/** All that {@link ArgumentValues} tells of some variables, as one text: where it is the same, so is every size. */
export function sizesIn(variables: Variables, names: ReadonlySet<string>): string {
  const sizes = [...names].map((name) => {
    if (!Object.hasOwn(variables, name)) return 'by default';
    const value = variables[name];
    // As text: what is too large for a number is one all the same.
    if (typeof value === 'number') return String(value);
    return Array.isArray(value) ? [value.length, ...typesIn(value)] : null;
  });
  return JSON.stringify(sizes);
}

const typesIn = (representations: readonly unknown[]): ReadonlySet<unknown> =>
  new Set(representations.map((one) => (one as { __typename?: unknown } | null)?.__typename));

/** What an operation's arguments say of the size of its answer. */
export class ArgumentValues {
  /** Variables that were asked for: with others, the size may be another. Null where they stand inside a list. */
  asked: Set<string> | null = new Set();
  readonly #defaults: ReadonlyMap<string, ValueNode | undefined>;

  constructor(
    { variableDefinitions = [] }: OperationDefinitionNode,
    private readonly variables: Variables,
  ) {
    this.#defaults = new Map(variableDefinitions.map((one) => [one.variable.name.value, one.defaultValue]));
  }

  /** How many items the slicing arguments of a field ask for: the largest of them; undefined where none says so. */
  sliceOf(node: FieldNode, { args }: GraphQLField<unknown, unknown>, rule: FieldRule): number | undefined {
    const sizes = (rule.slicingArguments ?? []).flatMap((name) => {
      const given = this.#valueOf(node, name);
      const value = given === undefined ? args.find((one) => one.name === name)?.defaultValue : given;
      if (Array.isArray(value)) return [value.length];
      return typeof value === 'number' && !Number.isNaN(value) ? [Math.max(0, value)] : [];
    });
    return sizes.length > 0 ? Math.max(...sizes) : undefined;
  }

  /** Of `_entities`, the types that its representations name; undefined of any other field. */
  typesOf(node: FieldNode): ReadonlySet<unknown> | undefined {
    if (node.name.value !== '_entities') return undefined;
    const representations = this.#valueOf(node, 'representations');
    if (!Array.isArray(representations)) return undefined;
    return typesIn(representations);
  }

  #valueOf(node: FieldNode, argument: string): unknown {
    const value = node.arguments?.find(({ name }) => name.value === argument)?.value;
    // A list may hold variables.
    if (value?.kind === Kind.LIST) this.asked = null;
    if (value?.kind !== Kind.VARIABLE) return value && valueFromASTUntyped(value, this.variables);
    const name = value.name.value;
    this.asked?.add(name);
    if (Object.hasOwn(this.variables, name)) return this.variables[name];
    const byDefault = this.#defaults.get(name);
    return byDefault && valueFromASTUntyped(byDefault);
  }
}
