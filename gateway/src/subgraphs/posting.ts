import { TurnRefused, type RequestIdentity, type Turns } from '@hub/access';
import type { TraceSpan } from '@hub/tracing';
import type { Deadline } from '../operation/deadline';
import type { Endpoint } from './endpoint';
import type { ExchangeFailed } from './exchange-failed';
import type { RequestTally } from './request-tally';
import type { Post } from './signed-post';
import { SubgraphUnavailable } from './subgraph-unavailable';
import { timeLimits, type Timed, type TimeLimit } from './timer-wheel';
import type { Sent, WireAnswer } from './wire/wire';

/** For whom a request is sent, and until when. */
export interface SendOptions {
  /** By what the share of a caller is counted. */
  asker: string;
  deadline: Deadline;
  /** Of the operation, where it is traced. */
  span?: TraceSpan | undefined;
  /** Whether it may be sent once more where it may have been begun. A mutation may not. */
  isRepeatable: boolean;
  /** Which part it may take of the time that one request to the subgraph has, and the operation, from 0 to 1. @default 1 */
  share?: number | undefined;
}

/** The subgraph that is asked. */
export interface Subgraph {
  readonly name: string;
  readonly turns: Turns;
  readonly tally: RequestTally;
  /** How long one request may take, in milliseconds. */
  readonly timeoutMs: number;
  readonly processes: number;
  /** The process to be asked next, of those that were not tried. */
  next(tried: readonly Endpoint[]): Endpoint;
}

/** Told once, and never before the request has been taken. */
export type Done = (failure: SubgraphUnavailable | null, text: string) => void;

/**
 * One request to a subgraph: waits for its turn; is sent to the process that has least to do, and to another where that one
 * is gone or hung, if it may be begun twice, or was surely not begun; and ends in time, whatever happens.
 */
export class Posting implements Post, Timed {
  readonly isRepeatable: boolean;
  readonly #deadline: Deadline;
  readonly #ms: number;
  /** Whether nothing is left of the operation's time when this is over. */
  readonly #isAllOfIt: boolean;
  readonly #end: number;
  readonly #limit: TimeLimit;
  readonly #forget: () => void;
  readonly #span: TraceSpan | undefined;
  #waiting: AbortController | undefined;
  #endTurn: (() => void) | undefined;
  readonly #tried: Endpoint[] = [];
  /** Whether the last of the processes was asked twice. */
  #isLast = false;
  #sent: Sent | undefined;
  #isOver = false;

  constructor(
    private readonly subgraph: Subgraph,
    readonly body: string,
    readonly requestIdentity: RequestIdentity,
    { asker, deadline, span, isRepeatable, share = 1 }: SendOptions,
    private readonly done: Done,
  ) {
    this.isRepeatable = isRepeatable;
    this.#deadline = deadline;
    const { left } = deadline;
    this.#ms = Math.min(subgraph.timeoutMs, left) * share;
    this.#isAllOfIt = this.#ms === left;
    this.#end = performance.now() + this.#ms;
    this.#limit = timeLimits.add(this, this.#ms);
    this.#forget = deadline.onAbandoned(() => this.expire());
    subgraph.tally.begin();
    this.#span = span?.begin(`ask ${subgraph.name}`, 'client');
    if (this.#ms === 0) {
      process.nextTick(() => this.expire());
      return;
    }
    this.#endTurn = subgraph.turns.takeNow(asker);
    if (this.#endTurn) this.#send();
    else void this.#wait(asker);
  }

  get traceparent(): string | undefined {
    return this.#span?.traceparent;
  }

  /** Waiting for a turn or a connection counts. */
  left(): number {
    return Math.max(0, this.#end - performance.now());
  }

  answered({ status, text }: WireAnswer): void {
    // What a process says that is about to end.
    if (status === 503 && this.isRepeatable && this.#hasOthers) return this.#send();
    // 400 is how GraphQL over HTTP refuses a request, with a GraphQL response that says why.
    if (status === 200 || status === 400) return this.#over(null, text);
    this.#fail(`HTTP ${status}`, { isTooLarge: status === 413 });
  }

  failed(failure: ExchangeFailed): void {
    const { kind } = failure;
    const isEnded = kind === 'DROPPED' || kind === 'LOST' || kind === 'HUNG';
    if (kind === 'UNSENT' || (isEnded && this.isRepeatable)) {
      if (this.#hasOthers) return this.#send();
      if (kind === 'DROPPED' && !this.#isLast) {
        // The process may have closed a connection just as it was used. By the next turn it is known which others it closed.
        this.#isLast = true;
        setImmediate(() => {
          if (!this.#isOver) this.#sent = this.#tried.at(-1)!.post(this);
        });
        return;
      }
    }
    this.#fail(failure.message, { cause: failure, isTooLarge: kind === 'TOO_LARGE' });
  }

  /** Its time is over, or whoever asked has gone. */
  expire(): void {
    if (this.#isOver) return;
    this.#sent?.cut();
    this.#over(this.#late(), '');
  }

  async #wait(asker: string): Promise<void> {
    this.#waiting = new AbortController();
    try {
      const endTurn = await this.subgraph.turns.take(asker, this.#waiting.signal);
      if (this.#isOver) return endTurn();
      this.#endTurn = endTurn;
      this.#send();
    } catch (cause) {
      if (!(cause instanceof TurnRefused)) return;
      this.#over(new SubgraphUnavailable(this.subgraph.name, cause.message, 'SUBGRAPH_SHARE_EXCEEDED', { cause }), '');
    }
  }

  get #hasOthers(): boolean {
    return this.#tried.length < this.subgraph.processes;
  }

  #send(): void {
    const endpoint = this.subgraph.next(this.#tried);
    this.#tried.push(endpoint);
    this.#sent = endpoint.post(this);
  }

  #late(): SubgraphUnavailable {
    const { name } = this.subgraph;
    if (this.#deadline.isAbandoned) return new SubgraphUnavailable(name, 'whoever asked has gone', 'DEADLINE_EXCEEDED');
    const isLate = this.#sent !== undefined;
    if (this.#isAllOfIt) {
      return new SubgraphUnavailable(name, 'the time for the operation is over', 'DEADLINE_EXCEEDED', { isLate });
    }
    return new SubgraphUnavailable(name, `no answer in ${Math.round(this.#ms)} ms`, 'SUBGRAPH_UNAVAILABLE', { isLate });
  }

  #fail(reason: string, options: ErrorOptions & { isTooLarge: boolean }): void {
    this.#over(new SubgraphUnavailable(this.subgraph.name, reason, 'SUBGRAPH_UNAVAILABLE', options), '');
  }

  #over(failure: SubgraphUnavailable | null, text: string): void {
    this.#isOver = true;
    timeLimits.delete(this.#limit);
    this.#forget();
    this.#waiting?.abort();
    this.#endTurn?.();
    this.#span?.end({}, failure?.code);
    this.subgraph.tally.end(failure?.code ?? 'ANSWERED', this.#ms - this.left());
    this.done(failure, text);
  }
}
