/** How often it is looked whether a process still answers, in milliseconds. */
export const TICK_MS = 100;

/**
 * Ticks without a sign of life after which a process counts as hung or gone. `least`, a second, is for one that is known to
 * answer soon; at `first` little is known of it; `most` is for one that was slow to give signs of life lately, as on a
 * machine with too much to do.
 */
export const PATIENCE = { least: 10, first: 20, most: 50 };

/** A probe is given up after so many ticks, and another one made. */
export const PROBE_TICKS = 10;

/** A process, as it is watched. */
export interface Watched {
  /** Resolves as soon as the process answers; rejects where it cannot be reached. */
  probe(signal: AbortSignal): Promise<unknown>;
  /** The tick at which the oldest was asked of what waits for an answer; undefined where nothing waits. */
  askedSince(): number | undefined;
  /** It is hung or gone. */
  onHung(): void;
  /** It was, and answers again. */
  onBack(): void;
  /** @default setTimeout */
  later?(work: () => void, ms: number): NodeJS.Timeout;
}

/**
 * Finds out whether a process is there. It does not guess so from slow answers: where something waits for longer than a
 * tick, or a connection failed, it asks the process whether it lives, and takes it for hung once that too has no answer for
 * as long as its {@link PATIENCE} lasts. It goes on asking, and is glad of the first answer. As TCP does with its
 * retransmissions, it learns from answers how long one may take: twice the longest, and less again with each quick one.
 *
 * A tick that comes late counts once: a machine that stops everybody for two seconds has stopped nobody in particular.
 */
export class ProcessWatch {
  #ticks = 0;
  #isHung = false;
  /** Whether the process owes a sign of life, and for how many ticks. */
  #isOwed = false;
  #unanswered = 0;
  #patience = PATIENCE.first;
  #probe: { cut: AbortController; ticks: number } | undefined;
  #timer: NodeJS.Timeout | undefined;
  #isStopped = false;

  constructor(private readonly watched: Watched) {}

  /** Whether the process does not answer: nothing should be asked of it. */
  get isHung(): boolean {
    return this.#isHung;
  }

  /** Whether it was doubted and has not answered since: another is the better choice. */
  get isDoubted(): boolean {
    return this.#isOwed;
  }

  /**
   * Something is asked of the process.
   *
   * @returns the tick.
   */
  begin(): number {
    if (!this.#timer && !this.#isStopped) {
      this.#timer = (this.watched.later ?? setTimeout)(() => this.#tick(), TICK_MS).unref();
    }
    return this.#ticks;
  }

  /** A connection to it failed. */
  doubt(): void {
    this.#isOwed = true;
    this.begin();
  }

  /** It has answered what was asked at a tick. */
  answered(since: number): void {
    if (since + 1 >= this.#ticks) this.#patience = Math.max(PATIENCE.least, this.#patience - 1);
    this.#sawLife();
  }

  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#timer);
    this.#probe?.cut.abort();
  }

  #sawLife(): void {
    this.#patience = Math.min(PATIENCE.most, Math.max(this.#patience, 2 * this.#unanswered));
    this.#isOwed = false;
    this.#unanswered = 0;
    if (!this.#isHung) return;
    this.#isHung = false;
    this.watched.onBack();
  }

  #tick(): void {
    this.#timer = undefined;
    this.#ticks += 1;
    if (this.#isOwed) this.#count();
    const since = this.watched.askedSince();
    if (since !== undefined && since + 1 < this.#ticks) this.#isOwed = true;
    if (this.#isOwed) this.#ask();
    if (this.#isOwed || since !== undefined) this.begin();
  }

  #count(): void {
    this.#unanswered += 1;
    if (this.#unanswered < this.#patience || this.#isHung) return;
    this.#isHung = true;
    this.watched.onHung();
  }

  #ask(): void {
    if (this.#probe && ++this.#probe.ticks < PROBE_TICKS) return;
    // Another process may be at the address by now, of which the connection of this probe knows nothing.
    this.#probe?.cut.abort();
    const probe = { cut: new AbortController(), ticks: 0 };
    this.#probe = probe;
    const over = () => {
      if (this.#probe === probe) this.#probe = undefined;
    };
    this.watched.probe(probe.cut.signal).then(
      () => {
        over();
        this.#sawLife();
      },
      // The next tick asks again.
      over,
    );
  }
}
