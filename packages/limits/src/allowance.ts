/** How much may be taken. */
export interface AllowanceOptions {
  perMinute: number;
  /** For how many seconds a caller may save up, to take it at once. @default 5 */
  savedSeconds?: number;
  /** How many callers are remembered; who was longest away is forgotten first. @default 10000 */
  most?: number;
  /** Milliseconds that only go forward. @default performance.now */
  now?: () => number;
}

/** What is left of a caller's, and when it was so. */
interface Balance {
  left: number;
  at: number;
}

/**
 * What each caller may take in a minute, coming in evenly. Who has one left may take more than that, and then waits until
 * the debt is paid: a dear question passes, and not two.
 */
export class Allowance {
  readonly perMinute: number;
  readonly #perMs: number;
  readonly #atOnce: number;
  readonly #most: number;
  readonly #now: () => number;
  readonly #balances = new Map<string, Balance>();

  constructor({ perMinute, savedSeconds = 5, most = 10_000, now = () => performance.now() }: AllowanceOptions) {
    this.perMinute = perMinute;
    this.#perMs = perMinute / 60_000;
    this.#atOnce = (perMinute / 60) * savedSeconds;
    this.#most = most;
    this.#now = now;
  }

  /**
   * Takes from a caller's.
   *
   * @param taken - what was taken before for the same question: whoever could begin it may have the whole.
   * @returns 0, or for how many seconds the caller has to wait: then nothing was taken.
   */
  take(caller: string, amount: number, taken = 0): number {
    const at = this.#now();
    const known = this.#balances.get(caller);
    const left = known ? Math.min(this.#atOnce, known.left + (at - known.at) * this.#perMs) : this.#atOnce;
    const missing = 1 - left - taken;
    const isAllowed = missing <= 0;
    // Put last again, where it was.
    this.#balances.delete(caller);
    this.#balances.set(caller, { left: isAllowed ? left - amount : left, at });
    if (this.#balances.size > this.#most) this.#balances.delete(this.#balances.keys().next().value!);
    return isAllowed ? 0 : Math.ceil(missing / this.#perMs / 1000);
  }

  /** Takes from a caller's what a question that was let in turned out to cost, as a debt where it is not there. */
  charge(caller: string, amount: number): void {
    this.take(caller, amount, Infinity);
  }
}
