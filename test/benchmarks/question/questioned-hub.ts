import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { Client } from 'pg';
import { Pool } from 'undici';
import type { Example } from './example';
import type { HostedHub, HostRequest } from './hub-host';
import { descendantsOf, threadTimes, usedBetween } from './thread-time';

/** What of a hub used the processor. */
export const PARTS = ['gateway', 'subgraphs', 'postgres', 'others', 'total'] as const;
export type Part = (typeof PARTS)[number];

const WORKSPACE = join(__dirname, '../../../..');

/** A hub that is asked one question after another, and whose processes are watched. */
export class QuestionedHub {
  readonly #pool: Pool;

  private constructor(
    private readonly host: ChildProcess,
    private readonly hub: HostedHub,
  ) {
    this.#pool = new Pool(hub.url, { connections: 1 });
  }

  /** @param workspace - where its code is. @default here */
  static async start(workspace = WORKSPACE): Promise<QuestionedHub> {
    const host = fork(join(__dirname, 'hub-host.js'), [workspace]);
    const ended = once(host, 'exit').then(() => {
      throw new Error(`The hub of ${workspace} did not start.`);
    });
    const [hub] = (await Promise.race([once(host, 'message'), ended])) as [HostedHub];
    ended.catch(() => undefined);
    return new QuestionedHub(host, hub);
  }

  /** The headers by which an example is asked. */
  async headersFor({ role }: Example): Promise<Record<string, string>> {
    const headers = { 'content-type': 'application/json' };
    if (role === null) return headers;
    this.host.send({ token: role } satisfies HostRequest);
    const [token] = (await once(this.host, 'message')) as [string];
    return { ...headers, authorization: `Bearer ${token}` };
  }

  /** The answer. @throws Error unless it is data alone */
  async ask({ query }: Example, headers: Record<string, string>): Promise<{ data: unknown }> {
    const body = JSON.stringify({ query });
    const answer = await this.#pool.request({ path: '/graphql', method: 'POST', headers, body });
    const text = await answer.body.text();
    const parsed = JSON.parse(text) as { data: unknown; errors?: unknown };
    if (answer.statusCode === 200 && parsed.errors === undefined) return parsed;
    throw new Error(`The hub answered ${answer.statusCode}: ${text.slice(0, 500)}`);
  }

  /** Asks so often, and says what that took of the processor a question, in milliseconds. */
  async measure(example: Example, headers: Record<string, string>, operations: number): Promise<Record<Part, number>> {
    const before = threadTimes(descendantsOf(this.host.pid!));
    for (let left = operations; left > 0; left -= 1) await this.ask(example, headers);
    const after = threadTimes(descendantsOf(this.host.pid!));
    const { gateway, subgraphs, postgres } = this.hub;
    const ofPostgres = new Set(descendantsOf(postgres));
    const known = new Set([gateway, ...subgraphs, ...ofPostgres]);
    const of = (isOf: (pid: number) => boolean) => usedBetween(before, after, isOf) / 1e6 / operations;
    return {
      gateway: of((pid) => pid === gateway),
      subgraphs: of((pid) => subgraphs.includes(pid)),
      postgres: of((pid) => ofPostgres.has(pid)),
      others: of((pid) => !known.has(pid)),
      total: of(() => true),
    };
  }

  /**
   * Transactions that its databases have committed until now: a statement that stands alone is one. PostgreSQL tells them
   * with some delay, so they are to be compared over many questions.
   */
  async transactions(): Promise<number> {
    const counts = this.hub.databases.map(async (connectionString) => {
      const client = new Client({ connectionString });
      await client.connect();
      try {
        const { rows } = await client.query<{ count: string }>(
          'SELECT xact_commit AS count FROM pg_stat_database WHERE datname = current_database()',
        );
        return Number(rows[0]!.count);
      } finally {
        await client.end();
      }
    });
    return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
  }

  async stop(): Promise<void> {
    await this.#pool.close();
    const ended = once(this.host, 'exit');
    this.host.send({ stop: true } satisfies HostRequest);
    await ended;
  }
}
