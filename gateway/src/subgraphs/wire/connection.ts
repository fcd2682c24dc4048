import { connect, type Socket } from 'node:net';
import { ExchangeFailed, TOO_LARGE } from '../exchange-failed';
import { AnswerReader } from './answer-reader';
import type { Dispatch } from './dispatch';
import type { WireOptions } from './wire';

/** Told of what becomes of a connection. */
export interface ConnectionOwner {
  /** It can carry another request. */
  freed(connection: Connection): void;
  /** It carries nothing more. */
  ended(connection: Connection): void;
}

/** For how long a connection is kept unused where the server does not say for how long it keeps it. As undici. */
const KEPT_MS = 4000;
/** A server that is about to close it is given so much less. */
const MARGIN_MS = 1000;
/** What is read of any connection stands here until it has been taken, before anything else is read. */
const READ = Buffer.allocUnsafeSlow(65_536);

/**
 * One connection, which carries one request at a time: what comes is the answer to it, and what comes at any other time
 * ends the connection.
 */
export class Connection {
  readonly #socket: Socket;
  readonly #reader: AnswerReader;
  #carried: Dispatch | undefined;
  #isConnected = false;
  #isEnded = false;
  #goodUntil = 0;

  constructor(
    private readonly owner: ConnectionOwner,
    { origin, maxResponseBytes, lookup }: WireOptions,
  ) {
    const { hostname, port } = new URL(origin);
    this.#reader = new AnswerReader(maxResponseBytes);
    this.#socket = connect({
      host: hostname.replace(/^\[(.*)\]$/, '$1'),
      port: Number(port || 80),
      ...{ noDelay: true, lookup },
      onread: { buffer: READ, callback: (bytes) => this.#read(READ.subarray(0, bytes)) },
    });
    this.#socket
      .once('connect', () => (this.#isConnected = true))
      .once('end', () => this.end())
      .on('error', (error) => this.end(error))
      .once('close', () => this.end());
  }

  /** Whether the server has perhaps forgotten it. */
  get isStale(): boolean {
    return performance.now() > this.#goodUntil;
  }

  /** Sends a request. It must be free. */
  carry(dispatch: Dispatch): void {
    this.#carried = dispatch;
    const { text, encoding } = dispatch.takeTo(this);
    this.#socket.write(text, encoding);
  }

  /** Ends it, without a word to what it carries. */
  cut(): void {
    this.#carried = undefined;
    this.end();
  }

  /** Ends it; what it carries fails. */
  end(cause?: Error): void {
    if (this.#isEnded) return;
    this.#isEnded = true;
    this.#socket.destroy();
    this.owner.ended(this);
    const kind = !this.#isConnected ? 'UNSENT' : this.#reader.hasBegun ? 'LOST' : 'DROPPED';
    const reason = (cause as NodeJS.ErrnoException | undefined)?.code ?? 'the connection was closed';
    this.#carried?.failed(new ExchangeFailed(kind, reason, { cause }));
  }

  #read(piece: Buffer): boolean {
    const carried = this.#carried;
    const progress = carried ? this.#reader.read(piece) : 'GARBAGE';
    if (progress === 'MORE') return true;
    this.#carried = undefined;
    if (typeof progress === 'object') {
      const { answer, isLast, keptMs = KEPT_MS + MARGIN_MS } = progress;
      this.#goodUntil = performance.now() + keptMs - MARGIN_MS;
      // What answers before it has read everything reads the rest as another request, or not at all.
      if (isLast || this.#socket.writableLength > 0) this.end();
      else this.owner.freed(this);
      carried!.answered(answer);
    } else {
      this.end();
      if (progress === 'FOREIGN') carried!.answeredOtherwise();
      else if (progress === 'TOO_LARGE') carried!.failed(new ExchangeFailed(progress, TOO_LARGE));
      else carried?.failed(new ExchangeFailed('OTHER', 'the answer is not HTTP'));
    }
    return !this.#isEnded;
  }
}
