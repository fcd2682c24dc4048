import {
  getOperationAST,
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { child, FIELDS, ROOT, type Toy } from './small-world';

/**
 * What a caller is to be answered: a second, plain reading of the rules. It rewrites nothing and knows no types but those
 * of the objects; it looks at one object after another, with every fragment expanded.
 */
export class ExpectedAnswer {
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;

  constructor(
    private readonly document: DocumentNode,
    private readonly forbidden: readonly string[],
    private readonly variables: Record<string, boolean>,
  ) {
    const definitions = document.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
    this.#fragments = new Map(definitions.map((node) => [node.name.value, node]));
  }

  /** Null for what is refused, and everything else, in the client's order. */
  get answer(): unknown {
    return this.#object(ROOT, [[getOperationAST(this.document)!.selectionSet, 'Query']]);
  }

  #object(toy: Toy, sets: [SelectionSetNode, string][]): object | null {
    const fields = new Map<string, { name: string; isRefused: boolean; inner: [SelectionSetNode, string][] }>();
    const collect = (set: SelectionSetNode, type: string): void => {
      for (const node of set.selections) {
        if (this.#isHidden(node)) continue;
        if (node.kind === Kind.FIELD) {
          const name = node.name.value;
          const key = (node.alias ?? node.name).value;
          const field = fields.get(key) ?? { name, isRefused: false, inner: [] };
          fields.set(key, field);
          field.isRefused ||= this.forbidden.includes(`${type}.${name}`);
          const of = FIELDS[type]!.find(([one]) => one === name)?.[1];
          if (of && !this.forbidden.includes(`${type}.${name}`)) field.inner.push([node.selectionSet!, of]);
        } else {
          const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : this.#fragments.get(node.name.value)!;
          const to = fragment.typeCondition!.name.value;
          if (IS[toy['__typename'] as string]!.includes(to)) collect(fragment.selectionSet, to);
        }
      }
    };
    for (const [set, type] of sets) collect(set, type);
    // `Child.id` may not be null.
    if (toy === child && [...fields.values()].some(({ name, isRefused }) => name === 'id' && isRefused)) return null;
    return Object.fromEntries(
      [...fields].map(([key, { name, isRefused, inner }]) => [key, isRefused ? null : this.#value(toy[name], inner)]),
    );
  }

  #value(value: unknown, inner: [SelectionSetNode, string][]): unknown {
    if (Array.isArray(value)) return value.map((one) => this.#value(one, inner));
    return typeof value === 'object' && value !== null ? this.#object(value as Toy, inner) : value;
  }

  #isHidden({ directives = [] }: SelectionNode): boolean {
    return directives.some(({ name, arguments: [condition] = [] }) => {
      const value = condition!.value as { value?: boolean; name?: { value: string } };
      return (value.name ? this.variables[value.name.value] : value.value) === (name.value === 'skip');
    });
  }
}

/** Of each object type, the type conditions that it fulfils. */
const IS: Record<string, string[]> = {
  Query: ['Query'],
  Open: ['Open', 'Any'],
  Mixed: ['Mixed', 'Any'],
  Hidden: ['Hidden'],
  Child: ['Child'],
};
