import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  Kind,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';

/** Where {@link WrittenOut} finds what a document names. */
export interface DocumentContext {
  getSchema(): GraphQLSchema;
  getFragment(name: string): FragmentDefinitionNode | null | undefined;
}

/**
 * An operation as it is once each fragment is written where it is spread, and each field of an interface or a union for
 * every type that it may be of. That is about what a planner works on: a document of 1 kB can stand for a million fields.
 * Introspection is not entered: it never leaves the gateway, and graphql-js limits it.
 */
export class WrittenOut {
  /** Selections so far. Once they pass the limit nothing more is looked at. */
  size = 0;
  /** Fields from the root to the deepest leaf. */
  depth = 0;
  /** The first field that stands inside itself more often than it may; null where none does. */
  circular: string | null = null;
  /** How often each field, and each fragment, stands on the way from the root to here. */
  readonly #above = new Map<string, number>();

  /**
   * @param maxSize - selections to look at.
   * @param maxRepeats - how often one field of a type may stand on the way from the root to a leaf.
   */
  constructor(
    private readonly context: DocumentContext,
    private readonly maxSize: number,
    private readonly maxRepeats: number,
  ) {}

  /** Whether more than the limit was met. */
  get isTooLarge(): boolean {
    return this.size > this.maxSize;
  }

  /** Adds a selection set of a type, with all that is under it. */
  add({ selections }: SelectionSetNode, type: GraphQLObjectType, depth = 1): void {
    for (const node of selections) {
      this.size++;
      if (this.isTooLarge) return;
      if (node.kind === Kind.FIELD) {
        const field = type.getFields()[node.name.value];
        if (!field) continue;
        this.depth = Math.max(this.depth, depth);
        const { selectionSet, name } = node;
        if (selectionSet)
          this.#inside(`${type.name}.${name.value}`, () => this.#below(field.type, selectionSet, depth));
      } else if (node.kind === Kind.INLINE_FRAGMENT) {
        if (this.#isOf(node.typeCondition?.name.value, type)) this.add(node.selectionSet, type, depth);
      } else {
        const fragment = this.context.getFragment(node.name.value);
        if (!fragment || !this.#isOf(fragment.typeCondition.name.value, type)) continue;
        // A cycle of fragments is another rule's matter, but it has to end here.
        if (!this.#above.has(`...${node.name.value}`)) {
          this.#with(`...${node.name.value}`, () => this.add(fragment.selectionSet, type, depth));
        }
      }
    }
  }

  #below(type: GraphQLOutputType, set: SelectionSetNode, depth: number): void {
    const named = getNamedType(type);
    if (!isCompositeType(named)) return;
    const types = isAbstractType(named) ? this.context.getSchema().getPossibleTypes(named) : [named];
    for (const one of types) this.add(set, one, depth + 1);
  }

  #inside(field: string, work: () => void): void {
    if ((this.#above.get(field) ?? 0) < this.maxRepeats) this.#with(field, work);
    else this.circular ??= field.split('.')[1]!;
  }

  #with(key: string, work: () => void): void {
    const before = this.#above.get(key) ?? 0;
    this.#above.set(key, before + 1);
    work();
    if (before > 0) this.#above.set(key, before);
    else this.#above.delete(key);
  }

  #isOf(condition: string | undefined, type: GraphQLObjectType): boolean {
    if (condition === undefined || condition === type.name) return true;
    const named = this.context.getSchema().getType(condition);
    return isAbstractType(named) && this.context.getSchema().isSubType(named, type);
  }
}
