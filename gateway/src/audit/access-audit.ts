import { setTimeout as sleep } from 'node:timers/promises';
import { AuditLog, checkAudit } from '@hub/audit';
import { DatabaseError, Pool } from 'pg';
import type { Logger } from 'pino';
import { gatewayError } from '../errors';
import type { GatewayAccess } from './access-entry';

/** The name under which the gateway writes records of access. */
const RECORDER = 'gateway';

/** How long a statement may take, in milliseconds; an answer waits for it. */
const STATEMENT_MS = 2000;

/** How long between two attempts to reach the database at start, in milliseconds. */
const RETRY_MS = 250;

/** PostgreSQL says so while it starts. */
const CANNOT_CONNECT_NOW = '57P03';

/** The gateway's hand on the record of access: every failure becomes `AUDIT_UNAVAILABLE`, and its cause goes to the log. */
export class AccessAudit {
  readonly #pool: Pool;
  readonly #log: AuditLog;

  /** @param glassMinutes - for how long a broken glass stays broken */
  constructor(
    databaseUrl: string,
    private readonly glassMinutes: number,
    private readonly logger: Logger,
  ) {
    this.#pool = new Pool({
      connectionString: databaseUrl,
      max: 4,
      connectionTimeoutMillis: STATEMENT_MS,
      statement_timeout: STATEMENT_MS,
      query_timeout: STATEMENT_MS,
    });
    this.#pool.on('error', (err) => logger.warn({ err }, 'A connection to the record of access was lost.'));
    this.#log = new AuditLog(this.#run, RECORDER);
  }

  /** Waits for the database, and checks that the record stands there and can only grow. @throws Error */
  async start(timeoutMs: number): Promise<void> {
    const deadline = Date.now() + timeoutMs;
    for (;;) {
      try {
        await this.#run('SELECT 1');
        break;
      } catch (error) {
        const isFinal = error instanceof DatabaseError && error.code !== CANNOT_CONNECT_NOW;
        if (isFinal || Date.now() + RETRY_MS > deadline) {
          throw new Error(`The database of the record of access cannot be used: ${(error as Error).message}.`, {
            cause: error,
          });
        }
        await sleep(RETRY_MS);
      }
    }
    await checkAudit(this.#run);
  }

  async assertReachable(requestId: string): Promise<void> {
    await this.#attempt(requestId, () => this.#run('SELECT 1'));
  }

  async append(entry: GatewayAccess): Promise<void> {
    await this.#attempt(entry.requestId, () => this.#log.append(entry));
  }

  openGlass(who: Parameters<AuditLog['openGlass']>[0]): ReturnType<AuditLog['openGlass']> {
    return this.#attempt(who.requestId, () => this.#log.openGlass(who, this.glassMinutes));
  }

  /** Writes what was only counted, and ends. */
  async close(): Promise<void> {
    await this.#log.close().catch((err: unknown) => this.logger.error({ err }, 'Counts could not be recorded.'));
    await this.#pool.end();
  }

  readonly #run = async (sql: string, parameters?: unknown[]): Promise<Record<string, unknown>[]> => {
    return (await this.#pool.query<Record<string, unknown>>(sql, parameters)).rows;
  };

  async #attempt<T>(requestId: string, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (err) {
      this.logger.error({ requestId, err }, 'An access could not be recorded.');
      throw gatewayError('AUDIT_UNAVAILABLE', { requestId });
    }
  }
}
