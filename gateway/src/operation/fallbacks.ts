/** How often an operation had to be left to the stock executor, by reason. */
export class Fallbacks {
  readonly #counts = new Map<string, number>();

  /** @param reason - one of a few: why it could not be compiled. */
  note(reason: string): void {
    this.#counts.set(reason, (this.#counts.get(reason) ?? 0) + 1);
  }

  /** Operations since the start, by reason. */
  get counts(): ReadonlyMap<string, number> {
    return this.#counts;
  }
}
