/** Until when an operation is worked on: until its time is over, or nobody waits for its answer any more. */
export class Deadline {
  readonly #end: number;
  readonly #cuts = new Set<() => void>();
  #isAbandoned = false;

  /** @param ms - from now on. */
  constructor(ms: number) {
    this.#end = performance.now() + ms;
  }

  /** What is left, in milliseconds; 0 once it is over. */
  get left(): number {
    return this.#isAbandoned ? 0 : Math.max(0, this.#end - performance.now());
  }

  /** Whether whoever asked has gone. */
  get isAbandoned(): boolean {
    return this.#isAbandoned;
  }

  /** Whoever asked has gone: what is under way is cut off, and nothing more begins. */
  abandon(): void {
    this.#isAbandoned = true;
    for (const cut of this.#cuts) cut();
  }

  /**
   * Has something cut off as soon as whoever asked goes.
   *
   * @returns what is to be called when it is over by itself.
   */
  onAbandoned(cut: () => void): () => void {
    this.#cuts.add(cut);
    return () => void this.#cuts.delete(cut);
  }
}
