/** A map that forgets what was used longest ago once it holds more than `limit`: entries, or what their sizes add up to. */
export class LruMap<K, V> {
  readonly #entries = new Map<K, V>();
  #size = 0;

  constructor(
    private readonly limit: number,
    private readonly sizeOf: (value: V) => number = () => 1,
  ) {}

  has(key: K): boolean {
    return this.#entries.has(key);
  }

  get(key: K): V | undefined {
    const value = this.#entries.get(key);
    if (this.#entries.delete(key)) this.#entries.set(key, value as V);
    return value;
  }

  set(key: K, value: V): void {
    this.#forget(key);
    this.#entries.set(key, value);
    this.#size += this.sizeOf(value);
    while (this.#size > this.limit) this.#forget(this.#entries.keys().next().value as K);
  }

  #forget(key: K): void {
    if (!this.#entries.has(key)) return;
    this.#size -= this.sizeOf(this.#entries.get(key) as V);
    this.#entries.delete(key);
  }
}
