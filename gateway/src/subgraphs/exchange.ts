import { ExchangeFailed } from './exchange-failed';
import { Linked, type InOrder } from './in-order';
import type { ProcessWatch } from './process-watch';
import type { Sent, Wire, WireAnswer, WireRequest } from './wire/wire';

/** What is asked of a process. */
export type Asked = Pick<WireRequest, 'method' | 'path' | 'headers' | 'body' | 'isRepeatable'>;

/** Who waits for what a process answers. One of both is called, once, and not at once. */
export interface Waiter {
  answered(answer: WireAnswer): void;
  failed(failure: ExchangeFailed): void;
}

/** A process: how it is reached, and what is known of it. */
export interface Process {
  readonly wire: Wire;
  readonly watch: ProcessWatch;
  /** What waits for its answers, the oldest first. */
  readonly underWay: InOrder<Exchange>;
}

/** One request to a process, until its answer: what it tells of the process is taken down. */
export class Exchange extends Linked implements WireRequest, Sent {
  readonly method;
  readonly path;
  readonly headers;
  readonly body;
  readonly isRepeatable;
  /** The tick at which it was sent. */
  readonly since: number;
  readonly #sent: Sent;

  constructor(
    private readonly process: Process,
    { method, path, headers, body, isRepeatable }: Asked,
    private readonly waiter: Waiter,
  ) {
    super();
    this.method = method;
    this.path = path;
    this.headers = headers;
    this.body = body;
    this.isRepeatable = isRepeatable;
    this.since = process.watch.begin();
    process.underWay.add(this);
    this.#sent = process.wire.send(this);
  }

  answered(answer: WireAnswer): void {
    this.process.underWay.delete(this);
    this.process.watch.answered(this.since);
    this.waiter.answered(answer);
  }

  failed(failure: ExchangeFailed): void {
    this.process.underWay.delete(this);
    const { kind } = failure;
    if (kind === 'UNSENT' || kind === 'DROPPED' || kind === 'LOST') this.process.watch.doubt();
    this.waiter.failed(failure);
  }

  cut(): void {
    this.process.underWay.delete(this);
    this.#sent.cut();
  }

  /** The process does not answer, not even whether it lives. */
  giveUp(): void {
    this.cut();
    this.waiter.failed(new ExchangeFailed('HUNG', 'the process does not answer'));
  }
}
