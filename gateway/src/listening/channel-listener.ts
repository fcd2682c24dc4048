import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import type { Logger } from 'pino';

/** How long the database may take to answer, in milliseconds. */
const ANSWER_MS = 5000;
/** How often it is asked whether it is still there: a connection can break without a word. */
const CHECK_MS = 15_000;
/** The first and the longest pause before another attempt to connect, in milliseconds. */
const [FIRST_MS, LONGEST_MS] = [250, 10_000];

/** A channel of PostgreSQL, and who hears what is said on it. */
export interface Listening {
  databaseUrl: string;
  channel: string;
  /** Of what one hears there, for the log. */
  about: string;
  heard(payload: string): void;
  /** The connection was made, perhaps anew: what was said before may not have been heard. */
  missed(): void;
}

/** Listens to a channel by one connection, which is made again whenever it is lost. */
export class ChannelListener {
  readonly #stopping = new AbortController();
  readonly #listening: Promise<void>;

  constructor(
    private readonly listening: Listening,
    private readonly log: Logger,
  ) {
    this.#listening = this.#listen();
  }

  async close(): Promise<void> {
    this.#stopping.abort();
    await this.#listening;
  }

  async #listen(): Promise<void> {
    const { signal } = this.#stopping;
    for (let pause = FIRST_MS; !signal.aborted; pause = Math.min(pause * 2, LONGEST_MS)) {
      const wasConnected = await this.#connection(signal);
      if (signal.aborted) return;
      if (wasConnected) pause = FIRST_MS;
      // Not all gateways at the same moment.
      await sleep(pause * (0.5 + Math.random() / 2), undefined, { signal }).catch(() => undefined);
    }
  }

  /** One connection, until it is lost or no longer wanted; answers whether it was made at all. */
  async #connection(signal: AbortSignal): Promise<boolean> {
    const { databaseUrl, channel, about } = this.listening;
    const client = new Client({
      ...{ connectionString: databaseUrl, keepAlive: true, application_name: channel },
      ...{ connectionTimeoutMillis: ANSWER_MS, query_timeout: ANSWER_MS },
    });
    let isConnected = false;
    const over = new AbortController();
    const lost = (err?: unknown) => {
      if (!over.signal.aborted && !signal.aborted)
        this.log.warn({ err, channel }, `The gateway cannot hear of ${about}.`);
      over.abort();
    };
    client.on('error', lost).on('end', () => lost());
    client.on('notification', ({ payload = '' }) => this.listening.heard(payload));
    try {
      await client.connect();
      await client.query(`LISTEN ${channel}`);
      isConnected = true;
      this.log.info({ channel }, `The gateway hears of ${about}.`);
      this.listening.missed();
      const ended = AbortSignal.any([over.signal, signal]);
      while (!ended.aborted) {
        await sleep(CHECK_MS, undefined, { signal: ended }).catch(() => undefined);
        if (!ended.aborted) await client.query('SELECT 1');
      }
    } catch (error) {
      lost(error);
    }
    over.abort();
    await client.end().catch(() => undefined);
    return isConnected;
  }
}
