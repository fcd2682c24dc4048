import { setTimeout as sleep } from 'node:timers/promises';
import { DatabaseError, Pool, type PoolClient } from 'pg';
import { RegistryRefusal } from '../registry-refusal';
import { REGISTRY_SQL } from './registry-sql';

/** How long a statement may take, in milliseconds. */
const STATEMENT_MS = 10_000;

/** How long between two attempts to reach the database, in milliseconds. */
const RETRY_MS = 250;

/** PostgreSQL says so while it starts. */
const CANNOT_CONNECT_NOW = '57P03';

/** Runs a statement and answers its rows. */
export type RunSql = <Row>(sql: string, parameters?: unknown[]) => Promise<Row[]>;

/** The database of the registry, by a role that may keep tables in its schema `public`. */
export class RegistryDatabase {
  readonly #pool: Pool;

  /** @param onLost - hears of a connection that was lost while nobody used it. */
  constructor(url: string, onLost: (error: Error) => void = () => undefined) {
    this.#pool = new Pool({
      ...{ connectionString: url, max: 2, connectionTimeoutMillis: STATEMENT_MS, application_name: 'registry' },
      ...{ statement_timeout: STATEMENT_MS, query_timeout: STATEMENT_MS },
    });
    this.#pool.on('error', onLost);
  }

  /** Waits for the database, and makes the tables that are missing. @throws Error */
  async install(waitMs: number): Promise<void> {
    const deadline = Date.now() + waitMs;
    for (;;) {
      try {
        // Several statements in one text are one transaction.
        await this.#pool.query(REGISTRY_SQL);
        return;
      } catch (error) {
        const isFinal = error instanceof DatabaseError && error.code !== CANNOT_CONNECT_NOW;
        if (isFinal || Date.now() + RETRY_MS > deadline) {
          const reason = (error as Error).message;
          throw new Error(`The database of the registry cannot be used: ${reason}.`, { cause: error });
        }
        await sleep(RETRY_MS);
      }
    }
  }

  /** @throws RegistryRefusal `REGISTRY_UNAVAILABLE` */
  readonly run: RunSql = <Row>(sql: string, parameters?: unknown[]) =>
    available(async () => (await this.#pool.query(sql, parameters)).rows as Row[]);

  /**
   * Runs statements as one transaction, of which nothing is left where it fails.
   *
   * @throws RegistryRefusal `REGISTRY_UNAVAILABLE`
   */
  transaction<Result>(work: (run: RunSql) => Promise<Result>): Promise<Result> {
    return available(() => this.#transaction(work));
  }

  close(): Promise<void> {
    return this.#pool.end();
  }

  async #transaction<Result>(work: (run: RunSql) => Promise<Result>): Promise<Result> {
    const client = await this.#pool.connect();
    // The pool hears only of those that nobody uses.
    client.on('error', ignored);
    let isSound = false;
    try {
      await client.query('BEGIN');
      const result = await work(by(client));
      await client.query('COMMIT');
      isSound = true;
      return result;
    } finally {
      client.off('error', ignored);
      // Its end rolls back what it had begun.
      client.release(!isSound);
    }
  }
}

async function available<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (cause) {
    throw new RegistryRefusal('REGISTRY_UNAVAILABLE', {}, { cause });
  }
}

const ignored = () => undefined;

const by =
  (client: PoolClient): RunSql =>
  async <Row>(sql: string, parameters?: unknown[]) =>
    (await client.query(sql, parameters)).rows as Row[];
