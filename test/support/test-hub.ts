import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Purpose, Role } from '@hub/access';
import { removeHubHome, startHub, type RunningHub, type StartHubOptions, type TokenOptions } from '@hub/cli';
import { Pool } from 'pg';

/** What a GraphQL endpoint answers. */
export interface Answer {
  // A hub reads answers as a client does: by their shape, not by a type of ours.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  data: any;
  errors?: { message: string; path?: (string | number)[]; extensions?: Record<string, unknown> }[];
}

/** Asks the gateway, as any client does. */
export type Ask = (
  query: string,
  variables?: Record<string, unknown>,
  headers?: Record<string, string>,
) => Promise<Answer>;

/** Who asks beside the role, and what a child's data is asked for. */
export interface Asker extends TokenOptions {
  purpose?: Purpose;
  /** @default a reason in words, where a purpose is named */
  reason?: string;
}

/** What a test may know of a hub without ending any of it. */
export type KnownHub = Pick<
  RunningHub,
  'url' | 'apiUrl' | 'explorerUrl' | 'home' | 'subgraphs' | 'databaseUrl' | 'token'
>;

/** A hub as a test asks it that changes nothing. */
export interface AskedHub {
  hub: KnownHub;
  /** Asks without a token: sees what is public. */
  ask: Ask;
  /** Asks with a token of a role, and the purpose as headers. */
  as(role: Role, asker?: Asker): Ask;
  /** Asks a partnership's own API, past the hub, as its own people and system do; with the purpose as headers. */
  atHome(partnership: string, role: Role, asker?: Omit<Asker, 'partnership'>): Ask;
  /** Asks a subgraph's database, as its own role, over one connection. */
  sql<Row extends object>(subgraph: string, statement: string): Promise<Row[]>;
  /** The log lines of a process, parsed. */
  logOf(name: string): Record<string, unknown>[];
  /** Ends what the test has of it. */
  end(): Promise<void>;
}

/** A whole hub of real processes in a folder of its own, on free ports; `end` ends it. */
export interface TestHub extends AskedHub {
  hub: RunningHub;
}

/** A test asks from one address what many people ask from theirs. */
const MANY_CALLERS = { RATE_LIMIT_PER_MINUTE: '1000000', COST_LIMIT_PER_MINUTE: '900000000' };

/**
 * Starts a hub from the built processes: run by `npm test`, which builds first. Partnerships' systems ask the hub by
 * themselves whenever they like, each minute at least; where that is not to be seen, `relay: false` keeps them from it.
 */
export async function startTestHub({
  env = process.env,
  ...options
}: Pick<
  StartHubOptions,
  'demo' | 'env' | 'relay' | 'londonProcesses' | 'partnerships' | 'silenceSeconds'
> = {}): Promise<TestHub> {
  const home = mkdtempSync(join(tmpdir(), 'test-hub-'));
  const hub = await startHub({ home, port: 0, ...options, env: { ...MANY_CALLERS, ...env } });
  await servesAll(hub);
  const asked = askedHub(hub);
  return {
    ...asked,
    hub,
    async end() {
      await asked.end();
      await hub.stop();
      await removeHubHome(home);
    },
  };
}

/** The ways to ask a hub that runs. */
export function askedHub(hub: KnownHub): AskedHub {
  const databases = new Map<string, Pool>();
  return {
    hub,
    ask: (query, variables, headers) => post(hub.apiUrl, { query, variables }, headers),
    as: (role, asker) => asking(hub, hub.apiUrl, role, asker),
    atHome: (partnership, role, asker) =>
      asking(hub, hub.subgraphs.get(partnership)!.ownUrl!, role, { ...asker, partnership, at: partnership }),
    async sql<Row extends object>(subgraph: string, statement: string) {
      const known = databases.get(subgraph) ?? openDatabase(hub.databaseUrl(subgraph));
      databases.set(subgraph, known);
      return (await known.query<Row>(statement)).rows;
    },
    logOf: (name) =>
      readFileSync(join(hub.home, 'logs', `${name}.log`), 'utf8')
        .split('\n')
        .filter((line) => line.startsWith('{'))
        .map((line) => JSON.parse(line) as Record<string, unknown>),
    end: async () => void (await Promise.all([...databases.values()].map((pool) => pool.end()))),
  };
}

function openDatabase(connectionString: string): Pool {
  const pool = new Pool({ connectionString, max: 1 });
  // A hub may end its PostgreSQL under it: the next question connects anew.
  pool.on('error', () => undefined);
  return pool;
}

function asking(
  hub: KnownHub,
  url: string,
  role: Role,
  { purpose, reason = 'So that a test can look.', ...who }: Asker = {},
): Ask {
  const declared = purpose && { 'x-purpose': purpose, 'x-reason': reason };
  let token: Promise<string> | undefined;
  return async (query, variables, headers) => {
    token ??= hub.token(role, who);
    return post(url, { query, variables }, { authorization: `Bearer ${await token}`, ...declared, ...headers });
  };
}

const requestIds = new WeakMap<Answer, string>();

/** The id under which the hub, or whoever else was asked, knows the request of an answer. */
export function requestIdOf(answer: Answer): string {
  return requestIds.get(answer)!;
}

/** Posts a GraphQL request as JSON. */
export async function post(url: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  const answer = (await response.json()) as Answer;
  requestIds.set(answer, response.headers.get('x-request-id')!);
  return answer;
}

/** The gateway waits only so long for a partnership's schema, and begins without one that a busy machine has made late. */
async function servesAll({ url }: RunningHub): Promise<void> {
  const isReady = async () => {
    const response = await fetch(`${url}/health/ready`);
    return ((await response.json()) as { status: string }).status === 'ready';
  };
  for (const end = Date.now() + 240_000; !(await isReady()); await pause(250)) {
    if (Date.now() > end) throw new Error('A partnership is still not served as it publishes.');
  }
}
