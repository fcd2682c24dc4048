/** What is held, by whom and how much of it. Whoever takes most is asked first when there is not enough for all. */
export class Holdings<Item> {
  readonly #items = new Map<string, Map<Item, number>>();
  readonly #sums = new Map<string, number>();
  #total = 0;

  /** What all hold together. */
  get total(): number {
    return this.#total;
  }

  /** @param size - how much it is; in any unit, the same for all. @default 1 */
  add(holder: string, item: Item, size = 1): void {
    const items = this.#items.get(holder) ?? new Map<Item, number>();
    this.#items.set(holder, items.set(item, size));
    this.#sums.set(holder, this.of(holder) + size);
    this.#total += size;
  }

  /** Does nothing where it is not held. */
  remove(holder: string, item: Item): void {
    const items = this.#items.get(holder);
    const size = items?.get(item);
    if (!items || size === undefined) return;
    items.delete(item);
    this.#total -= size;
    if (items.size > 0) {
      this.#sums.set(holder, this.of(holder) - size);
    } else {
      this.#items.delete(holder);
      this.#sums.delete(holder);
    }
  }

  /** Who holds anything. */
  holders(): string[] {
    return [...this.#items.keys()];
  }

  /** What one holds. */
  of(holder: string): number {
    return this.#sums.get(holder) ?? 0;
  }

  /** What one holds, the oldest first. */
  itemsOf(holder: string): Item[] {
    return [...(this.#items.get(holder)?.keys() ?? [])];
  }

  /** Who holds most; of several the one who began first. Undefined where nothing is held. */
  greediest(): string | undefined {
    let found: string | undefined;
    for (const [holder, sum] of this.#sums) {
      if (found === undefined || sum > this.of(found)) found = holder;
    }
    return found;
  }
}
