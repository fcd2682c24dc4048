/** Values that stay good for some time, by a text. The oldest goes first where there are too many. */
export class Remembered<Value> {
  readonly #values = new Map<string, { value: Value; until: number }>();

  /** @param most - how many are kept. */
  constructor(private readonly most: number) {}

  /** The value, while it is good. */
  get(key: string): Value | undefined {
    const known = this.#values.get(key);
    return known && Date.now() < known.until ? known.value : undefined;
  }

  /** @param until - milliseconds since 1970. */
  set(key: string, value: Value, until: number): void {
    // Put last again, where it was.
    this.#values.delete(key);
    this.#values.set(key, { value, until });
    if (this.#values.size > this.most) this.#values.delete(this.#values.keys().next().value!);
  }
}
