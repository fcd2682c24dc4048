/** Something with a time limit. */
export interface Timed {
  /** Its time is over. */
  expire(): void;
}

/** Nothing ends before its time, and nothing later than this after it, in milliseconds. */
const TICK_MS = 20;
const SLOTS = 512;

/**
 * Time limits of many things that are mostly over before: one timer for all of them. A limit that is further ahead than
 * the wheel is long is passed over until its round has come.
 */
export class TimerWheel {
  /** What ends at a tick, by the tick; in the slot that is the tick modulo the slots. */
  readonly #slots = Array.from({ length: SLOTS }, () => new Map<Timed, number>());
  readonly #begin: number;
  #size = 0;
  #passed = 0;
  #isTicking = false;

  constructor(
    private readonly now: () => number = () => performance.now(),
    private readonly later: (work: () => void, ms: number) => unknown = setTimeout,
  ) {
    this.#begin = now();
  }

  /** How many have a limit. */
  get size(): number {
    return this.#size;
  }

  /**
   * Gives something so many milliseconds.
   *
   * @returns the tick at which they are over, by which it is taken out.
   */
  add(timed: Timed, ms: number): number {
    if (!this.#isTicking) {
      this.#passed = this.#reached();
      this.#isTicking = true;
      this.later(this.#turn, TICK_MS);
    }
    // A tick that was looked at comes again only once the wheel has gone round.
    const tick = Math.max(this.#passed + 1, Math.ceil((this.now() + ms - this.#begin) / TICK_MS));
    this.#slots[tick % SLOTS]!.set(timed, tick);
    this.#size += 1;
    return tick;
  }

  /** It is over by itself. */
  delete(timed: Timed, tick: number): void {
    if (this.#slots[tick % SLOTS]!.delete(timed)) this.#size -= 1;
  }

  #reached(): number {
    return Math.floor((this.now() - this.#begin) / TICK_MS);
  }

  readonly #turn = () => {
    const reached = this.#reached();
    // After a long stop each slot is looked at once.
    const first = Math.max(this.#passed + 1, reached - SLOTS + 1);
    this.#passed = reached;
    for (let at = first; at <= reached; at += 1) {
      const slot = this.#slots[at % SLOTS]!;
      for (const [timed, tick] of slot) {
        if (tick > reached) continue;
        this.delete(timed, tick);
        timed.expire();
      }
    }
    this.#isTicking = this.#size > 0;
    if (this.#isTicking) this.later(this.#turn, TICK_MS);
  };
}

/** The time limits of all requests to subgraphs. */
export const timeLimits = new TimerWheel();
