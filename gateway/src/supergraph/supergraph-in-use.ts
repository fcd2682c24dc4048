import type { GraphQLSchema } from 'graphql';
import type { ServedSupergraph } from './served-supergraph';

/**
 * The supergraph on which operations begin. Another takes its place at once; operations that are under way end on the one
 * with which they began.
 */
export class SupergraphInUse {
  #current: ServedSupergraph;
  readonly #bySchema = new WeakMap<GraphQLSchema, ServedSupergraph>();
  readonly #listeners = new Set<(served: ServedSupergraph) => void>();
  /** Those that are no longer in use, each with what ends it. */
  readonly #left = new Map<ServedSupergraph, NodeJS.Timeout>();

  /**
   * @param first - started by whoever has it.
   * @param operationMs - how long an operation may take, in milliseconds.
   */
  constructor(
    first: ServedSupergraph,
    private readonly operationMs: number,
  ) {
    this.#current = first;
    this.#bySchema.set(first.schema, first);
  }

  get current(): ServedSupergraph {
    return this.#current;
  }

  /** The one of a schema that clients see; the current one where it is of none that was ever in use. */
  of(schema: GraphQLSchema): ServedSupergraph {
    return this.#bySchema.get(schema) ?? this.#current;
  }

  /** Calls a listener with each that comes into use from now on. */
  onSwitch(listener: (served: ServedSupergraph) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** @param next - started, and with what is asked most often prepared. */
  switchTo(next: ServedSupergraph): void {
    const before = this.#current;
    this.#current = next;
    this.#bySchema.set(next.schema, next);
    // Whatever has begun on it is over by then.
    const end = setTimeout(() => {
      this.#left.delete(before);
      void before.close();
    }, 2 * this.operationMs);
    this.#left.set(before, end.unref());
    for (const listener of this.#listeners) listener(next);
  }

  /** Ends all of them. */
  async close(): Promise<void> {
    for (const end of this.#left.values()) clearTimeout(end);
    await Promise.all([this.#current, ...this.#left.keys()].map((served) => served.close()));
  }
}
