import { InOrder, Linked } from './in-order';

/** Something with a time limit. */
export interface Timed {
  /** Its time is over. */
  expire(): void;
}

/** The time limit of something, by which it is taken out. */
export class TimeLimit extends Linked {
  /** @param tick - at which it is over. */
  constructor(
    readonly timed: Timed,
    readonly tick: number,
  ) {
    super();
  }
}

/** Nothing ends before its time, and nothing later than this after it, in milliseconds. */
const TICK_MS = 20;
const SLOTS = 512;

/**
 * Time limits of many things that are mostly over before: one timer for all of them. A limit that is further ahead than
 * the wheel is long is passed over until its round has come.
 */
export class TimerWheel {
  /** What ends at a tick is in the slot that is the tick modulo the slots. */
  readonly #slots = Array.from({ length: SLOTS }, () => new InOrder<TimeLimit>());
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

  /** Gives something so many milliseconds. */
  add(timed: Timed, ms: number): TimeLimit {
    if (!this.#isTicking) {
      this.#passed = this.#reached();
      this.#isTicking = true;
      this.later(this.#turn, TICK_MS);
    }
    // A tick that was looked at comes again only once the wheel has gone round.
    const tick = Math.max(this.#passed + 1, Math.ceil((this.now() + ms - this.#begin) / TICK_MS));
    const limit = new TimeLimit(timed, tick);
    this.#slots[tick % SLOTS]!.add(limit);
    this.#size += 1;
    return limit;
  }

  /** It is over by itself. @returns whether it was not over before. */
  delete(limit: TimeLimit): boolean {
    const isIn = this.#slots[limit.tick % SLOTS]!.delete(limit);
    if (isIn) this.#size -= 1;
    return isIn;
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
      for (const limit of this.#slots[at % SLOTS]!) {
        if (limit.tick <= reached && this.delete(limit)) limit.timed.expire();
      }
    }
    this.#isTicking = this.#size > 0;
    if (this.#isTicking) this.later(this.#turn, TICK_MS);
  };
}

/** The time limits of all requests to subgraphs. */
export const timeLimits = new TimerWheel();
