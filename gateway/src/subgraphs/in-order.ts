/** Something that is in one {@link InOrder} at most, and knows its neighbours while it is there. */
export class Linked {
  /** @internal */
  before: Linked | undefined;
  /** @internal */
  after: Linked | undefined;
}

/**
 * What comes and goes by the thousand, the oldest first. A `Set` would do, but that the table of one goes on pointing to
 * the larger table that took its place: once one of them is old, all that stood in any after it outlives the young
 * generation of the heap, and each collection copies it. What is taken out of this points to nothing.
 */
export class InOrder<Item extends Linked> implements Iterable<Item> {
  /** Before the first and after the last. */
  readonly #ends = new Linked();
  #size = 0;

  constructor() {
    this.#ends.before = this.#ends;
    this.#ends.after = this.#ends;
  }

  get size(): number {
    return this.#size;
  }

  get first(): Item | undefined {
    return this.#size > 0 ? (this.#ends.after as Item) : undefined;
  }

  /** It must be in no other. */
  add(item: Item): void {
    const last = this.#ends.before!;
    item.before = last;
    item.after = this.#ends;
    last.after = item;
    this.#ends.before = item;
    this.#size += 1;
  }

  /** @returns whether it was in it. It must be in no other. */
  delete(item: Item): boolean {
    const { before, after } = item;
    if (!before || !after) return false;
    before.after = after;
    after.before = before;
    item.before = undefined;
    item.after = undefined;
    this.#size -= 1;
    return true;
  }

  /** Those that are in it now, whatever becomes of them meanwhile. */
  [Symbol.iterator](): Iterator<Item> {
    const items: Item[] = [];
    for (let at = this.#ends.after!; at !== this.#ends; at = at.after!) items.push(at as Item);
    return items.values();
  }
}
