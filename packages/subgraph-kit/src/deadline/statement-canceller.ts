import type { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { clientOf } from '../client-of';

const ANSWER_MS = 2_000;

/**
 * Cancels running statements, over a connection of its own: those of the pool may all be held by what is to be cancelled.
 * It is made when it is first needed.
 */
export class StatementCanceller {
  #connecting: Promise<Client> | undefined;
  #wanted: number[] = [];
  /** The round that takes all that is wanted when it begins. */
  #next: Promise<void> | undefined;
  #last: Promise<void> = Promise.resolve();

  constructor(private readonly dataSource: DataSource) {}

  /**
   * Resolves once PostgreSQL has told the process that serves a connection, or cannot be asked. Then the statement runs
   * until `statement_timeout`.
   *
   * @param processId - of that process.
   */
  cancel(processId: number): Promise<void> {
    this.#wanted.push(processId);
    this.#next ??= this.#last.then(() => (this.#last = this.#round()));
    return this.#next;
  }

  async close(): Promise<void> {
    const connecting = this.#connecting;
    this.#connecting = undefined;
    await connecting?.then((client) => client.end()).catch(() => undefined);
  }

  async #round(): Promise<void> {
    this.#next = undefined;
    const processIds = this.#wanted.splice(0);
    try {
      const client = await (this.#connecting ??= this.#connect());
      await client.query('SELECT pg_cancel_backend(pid) FROM unnest($1::int[]) AS pid', [processIds]);
    } catch {
      await this.close();
    }
  }

  async #connect(): Promise<Client> {
    const client = clientOf(this.dataSource, { connectionTimeoutMillis: ANSWER_MS, query_timeout: ANSWER_MS });
    // The next one is made anew.
    client.on('error', () => (this.#connecting = undefined));
    await client.connect();
    return client;
  }
}
