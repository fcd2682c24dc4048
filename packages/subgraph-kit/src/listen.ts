import type { Logger } from 'pino';
import type { Client, Notification } from 'pg';
import type { DataSource } from 'typeorm';
import type { Background } from './background';
import { clientOf } from './client-of';
import { repeat } from './repeat';

/** What is listened to. */
export interface Listening {
  /** Whose database is listened to. */
  dataSource: DataSource;
  /** The channel of NOTIFY. */
  channel: string;
  /**
   * Called when something was said, and whenever listening begins: before that, something may have been missed.
   *
   * @param said - the payload; empty where there is none, undefined when listening begins.
   */
  onHeard: (said?: string) => void;
  /** Called when nothing is heard any more, until {@link onHeard} is called again. */
  onLost?: () => void;
}

/** Listening that goes on. */
export interface ListeningBackground extends Background {
  /** Gives the connection up for one that is made anew: it is there, and nothing is heard. */
  renew(): void;
}

const AGAIN_AFTER_MS = 2_000;
const connectionTimeoutMillis = 10_000;

/**
 * Hears what transactions of a subgraph's database say by NOTIFY, on a connection of its own, so that none of the pool is
 * held: one for all that a process listens to. A connection that is lost is made again.
 */
export function listen(listening: Listening, logger: Logger): ListeningBackground {
  // Each request has a data source of its own over the same connections.
  const { options } = listening.dataSource;
  const known = ears.get(options);
  const ear = known?.isEnded === false ? known : new Ear(listening.dataSource, logger);
  ears.set(options, ear);
  ear.add(listening);
  return { stop: () => ear.remove(listening), renew: () => ear.renew() };
}

const ears = new WeakMap<DataSource['options'], Ear>();

/** One listening connection. It ends with the last that is listened to. */
class Ear {
  isEnded = false;
  readonly #all = new Set<Listening>();
  readonly #repeated: Background;
  #client: Client | undefined;
  #hasBegun = false;
  #last: Promise<void> = Promise.resolve();

  constructor(
    private readonly dataSource: DataSource,
    logger: Logger,
  ) {
    const work = () => this.#work();
    this.#repeated = repeat({ name: 'listening to the database', everyMs: AGAIN_AFTER_MS, work }, logger);
  }

  add(listening: Listening): void {
    this.#all.add(listening);
    // Where that fails the connection is lost, and all is begun again.
    if (this.#hasBegun) this.#begin(this.#client!, listening).catch(() => this.renew());
  }

  async remove(listening: Listening): Promise<void> {
    this.#all.delete(listening);
    if (this.#all.size > 0) return;
    this.isEnded = true;
    await Promise.all([this.#repeated.stop(), this.#client?.end()]);
  }

  renew(): void {
    // Not by its end, which would be waited for.
    (
      this.#client as unknown as { connection: { stream: { destroy(): void } } } | undefined
    )?.connection.stream.destroy();
  }

  async #work(): Promise<void> {
    // What it is made for is added once it is made.
    await Promise.resolve();
    if (this.isEnded) return;
    const client = clientOf(this.dataSource, { connectionTimeoutMillis });
    this.#client = client;
    const lost = new Promise((resolve) => client.once('end', resolve));
    client.on('notification', ({ channel, payload }: Notification) => {
      for (const one of this.#all) if (one.channel === channel) one.onHeard(payload ?? '');
    });
    // The end follows, and is what counts.
    client.on('error', () => undefined);
    const begun = this.#beginAll(client);
    // A connection that is ended while it is being made only says that it has ended.
    begun.catch(() => undefined);
    try {
      await Promise.race([begun, lost]);
      await lost;
      if (!this.isEnded) throw new Error('The connection that listens was lost.');
    } finally {
      this.#hasBegun = false;
      for (const one of this.#all) one.onLost?.();
      await client.end().catch(() => undefined);
    }
  }

  async #beginAll(client: Client): Promise<void> {
    await client.connect();
    this.#hasBegun = true;
    await Promise.all([...this.#all].map((one) => this.#begin(client, one)));
  }

  /** One after another: a connection has one statement at a time. */
  #begin(client: Client, listening: Listening): Promise<void> {
    const begun = this.#last.then(async () => {
      await client.query(`LISTEN ${client.escapeIdentifier(listening.channel)}`);
      // It may have been given up meanwhile.
      if (this.#all.has(listening)) listening.onHeard();
    });
    this.#last = begun.catch(() => undefined);
    return begun;
  }
}
