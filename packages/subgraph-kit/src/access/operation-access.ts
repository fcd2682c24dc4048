import type { RequestIdentity } from '@hub/access';
import type { GraphQLError } from 'graphql';
import type { SubgraphContext } from '../subgraph-context';
import { type Guard, guardsChild, refusalOf } from './guard';

/**
 * What one operation may see, decided once for each guard, and what it saw of children. The decisions are the record: what
 * is audited is what was decided.
 */
export class OperationAccess {
  readonly #decisions = new Map<Guard, GraphQLError | null>();
  /** Coordinates of the decisions that are about single children. Most operations have none. */
  readonly #granted: string[] = [];
  readonly #refused: string[] = [];
  readonly #children = new Set<string>();
  readonly #unseen = new Set<string>();
  readonly #asked = new Set<string>();

  constructor(private readonly requestIdentity: RequestIdentity) {}

  /**
   * Goes past a guard.
   * @throws GraphQLError where the request identity does not allow it
   */
  pass(guard: Guard): void {
    let refusal = this.#decisions.get(guard);
    if (refusal === undefined) {
      refusal = refusalOf(guard, this.requestIdentity);
      this.#decisions.set(guard, refusal);
      if (guardsChild(guard)) (refusal === null ? this.#granted : this.#refused).push(guard.coordinate);
    }
    if (refusal !== null) throw refusal;
  }

  /** Notes the child that a value is about, if the value names one. */
  noteChild(value: unknown): void {
    const { childPseudonym } = value as { childPseudonym?: unknown };
    if (typeof childPseudonym === 'string') this.#children.add(childPseudonym);
  }

  /** Notes ids that data of a child was asked for by, whatever comes of it. */
  noteAsked(ids: Iterable<string>): void {
    for (const id of ids) this.#asked.add(id);
  }

  /** Notes children whose ids were asked for by a caller who is shown nothing of them. */
  noteUnseen(pseudonyms: Iterable<string>): void {
    for (const pseudonym of pseudonyms) this.#unseen.add(pseudonym);
  }

  /** Whether data of a child was asked for: granted, refused, or looked for by a reference and not found. */
  get concernsChild(): boolean {
    return this.#granted.length + this.#refused.length > 0;
  }

  /** Child-level fields that were resolved, as coordinates, sorted. */
  get granted(): string[] {
    return this.#granted.filter((coordinate) => coordinate.includes('.')).sort();
  }

  /** Child-level types and fields that were refused, as coordinates, sorted. */
  get refused(): string[] {
    return [...this.#refused].sort();
  }

  /** Pseudonyms of the children that the answer is about, sorted. */
  get children(): string[] {
    return [...this.#children].sort();
  }

  /** Pseudonyms of the children that were asked for by an id and not shown, sorted. */
  get unseen(): string[] {
    return [...this.#unseen].filter((child) => !this.#children.has(child)).sort();
  }

  /** Ids that were asked for, as they were given. */
  get asked(): string[] {
    return [...this.#asked];
  }
}

const operations = new WeakMap<SubgraphContext, OperationAccess>();

/** The access of the operation that a context belongs to. */
export function accessOf(context: SubgraphContext): OperationAccess {
  let access = operations.get(context);
  if (!access) {
    access = new OperationAccess(context.requestIdentity);
    operations.set(context, access);
  }
  return access;
}

/**
 * Notes for the record, and for nobody who asks, which children are behind ids that the caller gets nothing for. To be
 * called with as many statements whether there are any or not.
 */
export function noteUnseen(context: SubgraphContext, pseudonyms: Iterable<string>): void {
  accessOf(context).noteUnseen(pseudonyms);
}
