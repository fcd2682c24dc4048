import { GraphQLError } from 'graphql';

/** So many checks between two looks at the clock, which costs more than they do. */
const CHECKS_A_LOOK = 64;

/**
 * Until when an operation is worked on: until its time is over, or nobody waits for its answer any more. What it has
 * committed by then is answered and recorded to the end, so that a mutation is done or undone as a whole, and on record
 * with all that it touched.
 */
export class Deadline {
  readonly #end: number;
  readonly #timer: NodeJS.Timeout | undefined;
  readonly #cuts = new Set<() => void>();
  #isOver = false;
  #hasCommitted = false;
  #checks = 0;

  /** @param ms - from now on. */
  constructor(ms: number) {
    this.#end = performance.now() + ms;
    if (ms < Infinity) this.#timer = setTimeout(() => this.end(), ms).unref();
  }

  /** It is over: what is under way is cut off. */
  end(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    clearTimeout(this.#timer);
    if (!this.#hasCommitted) for (const cut of this.#cuts) cut();
  }

  /** Something was committed. */
  committed(): void {
    this.#hasCommitted = true;
  }

  /**
   * To be called before each piece of work.
   *
   * @throws GraphQLError once it is over, unless there is something committed to answer for.
   */
  check(): void {
    this.#look();
    if (this.#isOver && !this.#hasCommitted) throw deadlineExceeded();
  }

  /**
   * To be called before what changes something is begun.
   *
   * @throws GraphQLError once it is over.
   */
  checkBeginning(): void {
    this.#look();
    if (this.#isOver) throw deadlineExceeded();
  }

  /**
   * Has something cut off when it is over.
   *
   * @returns what is to be called when it has ended by itself.
   */
  onOver(cut: () => void): () => void {
    this.#cuts.add(cut);
    return () => void this.#cuts.delete(cut);
  }

  // The timer cannot fire while one operation keeps the only thread.
  #look(): void {
    this.#checks += 1;
    if (this.#checks % CHECKS_A_LOOK === 0 && performance.now() >= this.#end) this.end();
  }
}

function deadlineExceeded(): GraphQLError {
  return new GraphQLError('The time for the operation was over before this was answered. Ask for less at once.', {
    extensions: { code: 'DEADLINE_EXCEEDED' },
  });
}
