import { PassThrough, type Readable } from 'node:stream';
import type { Caller } from '@hub/access';
import { isParty, type FedMovement } from './fed-movement';

/** Bytes that may wait for a client. Who lets more pile up does not read, and asks again after it was cut off. */
const WAITING_BYTES = 64 * 1024;

/** How long a client may take to read the end, in milliseconds. */
const FAREWELL_MS = 5000;

/** The longest time that a timer takes, in milliseconds: 24 days. */
const LONGEST_MS = 2 ** 31 - 1;

/** One caller's feed, in the format of server-sent events. */
export class Feed {
  readonly #out = new PassThrough();
  readonly #expiry: NodeJS.Timeout;

  /**
   * @param expiry - when the caller's token expires
   * @param onClose - called once, however it ends
   */
  constructor(
    readonly caller: Caller,
    expiry: Date,
    onClose: (feed: Feed) => void,
  ) {
    const ms = Math.min(Math.max(expiry.getTime() - Date.now(), 0), LONGEST_MS);
    this.#expiry = setTimeout(() => this.end(), ms).unref();
    this.#out.once('close', () => {
      clearTimeout(this.#expiry);
      onClose(this);
    });
    this.#event('open');
  }

  /** What the client is sent. */
  get stream(): Readable {
    return this.#out;
  }

  /** Sends that a movement has come on, or a step of it was refused, if it is the caller's to know of. */
  send(fed: FedMovement): void {
    if (isParty(this.caller, fed)) this.#event(fed.topic, { movement: fed.movement });
  }

  /** Sends that something may have been missed. */
  missed(): void {
    this.#event('missed');
  }

  /** Shows the client, and what stands between, that the feed lives; and finds out whether the client does. */
  beat(): void {
    this.#write(':\n\n');
  }

  /** Says that it ends, and ends. */
  end(): void {
    this.#event('end');
    this.#out.end();
    setTimeout(() => this.drop(), FAREWELL_MS).unref();
  }

  /** Cuts it off. */
  drop(): void {
    this.#out.destroy();
  }

  #event(name: string, data: object = {}): void {
    this.#write(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  #write(text: string): void {
    if (!this.#out.writable) return;
    this.#out.write(text);
    if (this.#out.readableLength + this.#out.writableLength > WAITING_BYTES) this.drop();
  }
}
