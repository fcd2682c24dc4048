/** A cache, as it is watched. */
export interface CacheFigures {
  /** Since the start. */
  hits: number;
  /** Since the start. */
  misses: number;
  entries: number;
  /** Roughly. */
  bytes: number;
}

/** How often a cache had what was looked for. */
export class HitRate {
  #hits = 0;
  #misses = 0;

  get counts(): Pick<CacheFigures, 'hits' | 'misses'> {
    return { hits: this.#hits, misses: this.#misses };
  }

  /** Counts what was found, or undefined, and gives it back. */
  noted<Value>(found: Value | undefined): Value | undefined {
    if (found === undefined) this.#misses += 1;
    else this.#hits += 1;
    return found;
  }
}
