import type { ExchangeFailed } from '../exchange-failed';
import type { Connection } from './connection';
import type { RequestText } from './request-text';
import type { SocketWire } from './socket-wire';
import type { Sent, WireAnswer, WireRequest } from './wire';

/** One request over sockets, and where it is: waiting, on a connection, or with undici after all. */
export class Dispatch implements Sent {
  connection: Connection | undefined;
  #written: RequestText | undefined;
  #otherwise: Sent | undefined;

  constructor(
    private readonly wire: SocketWire,
    private readonly request: WireRequest,
    written: RequestText,
  ) {
    this.#written = written;
  }

  /** Goes on a connection. What is to be written there is not kept until the answer. */
  takeTo(connection: Connection): RequestText {
    const written = this.#written!;
    this.#written = undefined;
    this.connection = connection;
    return written;
  }

  answered(answer: WireAnswer): void {
    this.connection = undefined;
    this.request.answered(answer);
  }

  failed(failure: ExchangeFailed): void {
    this.connection = undefined;
    this.request.failed(failure);
  }

  /** It was answered in a form that is not read here. It is a question, and may be asked again. */
  answeredOtherwise(): void {
    this.connection = undefined;
    this.#otherwise = this.wire.sendOtherwise(this.request);
  }

  cut(): void {
    this.wire.forget(this);
    this.connection?.cut();
    this.#otherwise?.cut();
  }
}
