/** One that has run so long, in milliseconds, begins anew: what was before it is forgotten. */
const CALM_MS = 60_000;
/** The longest pause before a restart, in milliseconds. */
const LONGEST_MS = 60_000;

/** How often in a row a process has ended unasked, with no calm between. */
export class EndsInARow {
  #count = 0;
  #neverReady = 0;

  /** @param firstPauseMs - the pause before the second restart in a row, doubled for each further one. @default 1000 */
  constructor(private readonly firstPauseMs = 1000) {}

  /** @param readyForMs - how long it had been ready, in milliseconds; null if it never was */
  add(readyForMs: number | null): void {
    if (readyForMs !== null && readyForMs >= CALM_MS) this.#count = 0;
    this.#count += 1;
    this.#neverReady = readyForMs === null ? this.#neverReady + 1 : 0;
  }

  get count(): number {
    return this.#count;
  }

  /** How many of the last ones came before it was ready. */
  get neverReady(): number {
    return this.#neverReady;
  }

  /** How long to wait before the next start, in milliseconds: not at all after the first end, and then longer and longer. */
  get pauseMs(): number {
    return this.#count <= 1 ? 0 : Math.min(LONGEST_MS, this.firstPauseMs * 2 ** (this.#count - 2));
  }
}

/** `at once`, or `in 4 s`. */
export function whenStarted({ pauseMs }: EndsInARow): string {
  return pauseMs === 0 ? 'at once' : `in ${pauseMs / 1000} s`;
}
