import { ExchangeFailed } from '../exchange-failed';
import { Connection, type ConnectionOwner } from './connection';
import { Dispatch } from './dispatch';
import { requestText } from './request-text';
import { UndiciWire } from './undici-wire';
import type { Sent, Wire, WireOptions, WireRequest } from './wire';

/**
 * Over sockets of our own: a fraction of undici's work, and no more of HTTP/1.1 than subgraphs speak. All else is undici's:
 * what must not be sent twice, and a process that answers in another form, from then on.
 */
export class SocketWire implements Wire, ConnectionOwner {
  readonly #undici: UndiciWire;
  readonly #host: string;
  readonly #all = new Set<Connection>();
  /** Those that can be used, the one that was used last at the end. */
  readonly #free: Connection[] = [];
  #resting: Connection[] = [];
  readonly #waiting = new Set<Dispatch>();
  #isUndicis = false;

  constructor(private readonly options: WireOptions) {
    this.#undici = new UndiciWire(options);
    this.#host = new URL(options.origin).host;
  }

  send(request: WireRequest): Sent {
    const written = this.#isUndicis || !request.isRepeatable ? undefined : requestText(this.#host, request);
    if (!written) return this.#undici.send(request);
    const dispatch = new Dispatch(this, request, written);
    const connection = this.#next();
    if (connection) connection.carry(dispatch);
    else this.#waiting.add(dispatch);
    return dispatch;
  }

  /** Leaves a request, and all that come after it, to undici. */
  sendOtherwise(request: WireRequest): Sent {
    this.#isUndicis = true;
    for (const connection of [...this.#free]) connection.end();
    return this.#undici.send(request);
  }

  /** A request waits no more. */
  forget(dispatch: Dispatch): void {
    this.#waiting.delete(dispatch);
  }

  /**
   * It rests until the event loop has once looked at what has come: what a server sends beyond its answer ends the
   * connection then, and is not taken for the answer to the next request.
   */
  freed(connection: Connection): void {
    if (this.#resting.push(connection) === 1) setImmediate(this.#rest);
  }

  ended(connection: Connection): void {
    this.#all.delete(connection);
    const at = this.#free.indexOf(connection);
    if (at >= 0) this.#free.splice(at, 1);
    const [dispatch] = this.#waiting;
    if (dispatch) this.#carry(this.#open(), dispatch);
  }

  async close(): Promise<void> {
    const closed = this.#undici.close();
    this.#isUndicis = true;
    const waiting = [...this.#waiting];
    this.#waiting.clear();
    for (const dispatch of waiting) dispatch.failed(new ExchangeFailed('UNSENT', 'the client was closed'));
    for (const connection of [...this.#all]) connection.end();
    await closed;
  }

  readonly #rest = () => {
    const rested = this.#resting;
    this.#resting = [];
    setImmediate(() => {
      for (const connection of rested) if (this.#all.has(connection)) this.#use(connection);
    });
  };

  #use(connection: Connection): void {
    const [dispatch] = this.#waiting;
    if (dispatch) return this.#carry(connection, dispatch);
    this.#free.push(connection);
    // One that was not needed for long is not needed.
    if (this.#free[0]!.isStale) this.#free[0]!.end();
  }

  #carry(connection: Connection, dispatch: Dispatch): void {
    this.#waiting.delete(dispatch);
    connection.carry(dispatch);
  }

  #next(): Connection | undefined {
    for (;;) {
      const connection = this.#free.pop();
      if (!connection) return this.#all.size < this.options.connections ? this.#open() : undefined;
      if (!connection.isStale) return connection;
      connection.end();
    }
  }

  #open(): Connection {
    const connection = new Connection(this, this.options);
    this.#all.add(connection);
    return connection;
  }
}
