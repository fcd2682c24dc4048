/** How much may be under way at once, and how much may wait for it. */
export interface TurnLimits {
  /** Under way at once, of everybody. */
  atOnce: number;
  /** Under way at once, of one asker. */
  ofOne: number;
  /** Waiting, of everybody. @default Infinity */
  waiting?: number;
  /** Waiting, of one asker. */
  waitingOfOne: number;
}

/** A turn is not to be had soon. */
export class TurnRefused extends Error {
  override readonly name = 'TurnRefused';

  /** @param by - `asker`: this one has as many as one may have; `everybody`: all of them together do. */
  constructor(readonly by: 'asker' | 'everybody') {
    super(`as many as may be are under way and waiting, of ${by === 'asker' ? 'this asker' : 'everybody'}`);
  }
}

interface Waiting {
  begin(): void;
}

interface Asker {
  underWay: number;
  waiting: Waiting[];
}

/**
 * Shares out what can be done at once. Each asker has a few turns at a time, and a short queue of its own; whoever waits is
 * let in by turns, one of each asker, so that who asks much waits for itself and not others for it.
 */
export class Turns {
  /** Those with something under way or waiting. */
  readonly #askers = new Map<string, Asker>();
  /** Those with something waiting, the next first. */
  readonly #next = new Set<string>();
  #underWay = 0;
  #waiting = 0;

  constructor(private readonly limits: TurnLimits) {}

  /** How many turns are taken, of everybody. */
  get underWay(): number {
    return this.#underWay;
  }

  /** How many wait for one, of everybody. */
  get waiting(): number {
    return this.#waiting;
  }

  /**
   * A turn, if one is to be had at once.
   *
   * @returns what is to be called when it is over; undefined where one has to wait for a turn.
   */
  takeNow(asker: string): (() => void) | undefined {
    const own = this.#askers.get(asker) ?? { underWay: 0, waiting: [] };
    if (own.underWay >= this.limits.ofOne || this.#underWay >= this.limits.atOnce) return undefined;
    this.#askers.set(asker, own);
    this.#begin(own);
    return this.#turnOf(asker, own);
  }

  /**
   * Waits for a turn.
   *
   * @param signal - ends the waiting.
   * @returns what is to be called when it is over.
   * @throws TurnRefused, or the reason of the signal.
   */
  async take(asker: string, signal?: AbortSignal): Promise<() => void> {
    signal?.throwIfAborted();
    const over = this.takeNow(asker);
    if (over) return over;
    const { waiting = Infinity, waitingOfOne } = this.limits;
    const own = this.#askers.get(asker) ?? { underWay: 0, waiting: [] };
    if (own.waiting.length >= waitingOfOne) throw new TurnRefused('asker');
    if (this.#waiting >= waiting) throw new TurnRefused('everybody');
    this.#askers.set(asker, own);
    await this.#wait(asker, own, signal);
    return this.#turnOf(asker, own);
  }

  #turnOf(asker: string, own: Asker): () => void {
    let isOver = false;
    return () => {
      if (isOver) return;
      isOver = true;
      own.underWay -= 1;
      this.#underWay -= 1;
      this.#forgetIdle(asker, own);
      this.#letIn();
    };
  }

  #wait(asker: string, own: Asker, signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      const leave = () => {
        own.waiting.splice(own.waiting.indexOf(waiter), 1);
        this.#waiting -= 1;
        if (own.waiting.length === 0) this.#next.delete(asker);
        this.#forgetIdle(asker, own);
        reject(signal!.reason);
      };
      const waiter = {
        begin: () => {
          signal?.removeEventListener('abort', leave);
          this.#waiting -= 1;
          this.#begin(own);
          resolve();
        },
      };
      signal?.addEventListener('abort', leave, { once: true });
      own.waiting.push(waiter);
      this.#waiting += 1;
      this.#next.add(asker);
    });
  }

  #begin(own: Asker): void {
    own.underWay += 1;
    this.#underWay += 1;
  }

  /** Lets in whoever may begin now: the next asker that has not its full share under way, who then goes to the end. */
  #letIn(): void {
    for (const asker of this.#next) {
      if (this.#underWay >= this.limits.atOnce) return;
      const own = this.#askers.get(asker)!;
      if (own.underWay >= this.limits.ofOne) continue;
      this.#next.delete(asker);
      own.waiting.shift()!.begin();
      // A set is gone through in the order of adding, so that it comes up again in this very loop, after the others.
      if (own.waiting.length > 0) this.#next.add(asker);
    }
  }

  #forgetIdle(asker: string, own: Asker): void {
    if (own.underWay === 0 && own.waiting.length === 0) this.#askers.delete(asker);
  }
}
