import { TurnRefused, Turns, type RequestIdentity, type SigningKeys } from '@hub/access';
import type { GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import type { Deadline } from '../operation/deadline';
import { SubgraphUnavailable } from './subgraph-unavailable';
import { Endpoint, type Exchanged } from './endpoint';
import { ExchangeFailed } from './exchange-failed';

/** A GraphQL request to a subgraph. */
export interface SubgraphRequest {
  query: string;
  variables?: Record<string, unknown> | undefined;
  operationName?: string | undefined;
}

/** A subgraph's answer. */
export interface SubgraphResponse {
  data?: Record<string, unknown> | null;
  errors?: GraphQLFormattedError[];
  extensions?: Record<string, unknown>;
}

/** How to reach a subgraph. */
export interface SubgraphClientOptions {
  name: string;
  /** One of each of its processes. */
  urls: readonly string[];
  /** How long one exchange may take, in milliseconds. @default 5000 */
  timeoutMs?: number;
  /** The largest answer taken, in bytes. @default 16777216 (16 MiB) */
  maxResponseBytes?: number;
  /** Connections kept to each process. @default 64 */
  connections?: number;
  /** Sign every request, so that the subgraph knows who asks. @default none: it answers what is public */
  gatewayKeys?: SigningKeys | undefined;
  log?: Logger | undefined;
}

/** For whom a request is sent, and until when. */
export interface SendOptions {
  /** By what the share of a caller is counted. */
  asker: string;
  deadline: Deadline;
  /** Whether it may be sent once more where it may have been begun. A mutation may not. */
  isRepeatable: boolean;
}

/** Requests of one caller at one subgraph: under way at once, and waiting for the others. */
const OF_ONE = { ofOne: 4, waitingOfOne: 32 };

/** One subgraph, of one process or several. */
export class SubgraphClient {
  readonly name: string;
  readonly #endpoints: Endpoint[];
  readonly #turns: Turns;
  readonly #timeoutMs: number;

  constructor({ name, urls, timeoutMs = 5000, gatewayKeys, log, ...options }: SubgraphClientOptions) {
    const { connections = 64, maxResponseBytes = 16 * 2 ** 20 } = options;
    this.name = name;
    this.#timeoutMs = timeoutMs;
    const common = { subgraph: name, timeoutMs, connections, maxResponseBytes, gatewayKeys, log };
    this.#endpoints = urls.map((url) => new Endpoint({ ...common, url }));
    this.#turns = new Turns({ ...OF_ONE, atOnce: connections * urls.length });
  }

  /**
   * Sends one operation to the process that has least to do; and to another where that one is gone or hung, if the
   * operation may be begun twice, or was surely not begun.
   *
   * @throws SubgraphUnavailable unless the answer is a GraphQL response.
   */
  async send(
    request: SubgraphRequest,
    requestIdentity: RequestIdentity,
    options: SendOptions,
  ): Promise<SubgraphResponse> {
    const { status, text } = await this.#inTime(options, (signal, left) => {
      return this.#post(JSON.stringify(request), requestIdentity, options, { signal, left });
    });
    // 400 is how GraphQL over HTTP refuses a request, with a GraphQL response that says why.
    if (status !== 200 && status !== 400) throw new SubgraphUnavailable(this.name, `HTTP ${status}`);
    const response = parseJson(text);
    if (!isGraphQLResponse(response)) {
      throw new SubgraphUnavailable(this.name, 'the answer is not a GraphQL response');
    }
    return response;
  }

  /** Whether any of its processes says of itself that it can answer. Never throws. */
  async isReady(timeoutMs: number): Promise<boolean> {
    const signal = AbortSignal.timeout(timeoutMs);
    const asked = this.#endpoints.map(async (endpoint) => {
      const { status } = await endpoint.exchange({ method: 'GET', path: '/health/ready' }, signal);
      if (status !== 200) throw new Error(`HTTP ${status}`);
    });
    return Promise.any(asked).then(
      () => true,
      () => false,
    );
  }

  /** Drops every connection. */
  async close(): Promise<void> {
    await Promise.all(this.#endpoints.map((endpoint) => endpoint.close()));
  }

  /** Bounds work by the time for an exchange and by the deadline; waiting for a turn or a connection counts. */
  async #inTime<Result>(
    { deadline }: SendOptions,
    work: (signal: AbortSignal, left: () => number) => Promise<Result>,
  ): Promise<Result> {
    const { left } = deadline;
    const ms = Math.min(this.#timeoutMs, left);
    const over = () => {
      if (deadline.isAbandoned)
        return new SubgraphUnavailable(this.name, 'whoever asked has gone', 'DEADLINE_EXCEEDED');
      if (ms < left) return new SubgraphUnavailable(this.name, `no answer in ${ms} ms`);
      return new SubgraphUnavailable(this.name, 'the time for the operation is over', 'DEADLINE_EXCEEDED');
    };
    if (ms === 0) throw over();
    const end = performance.now() + ms;
    const cut = new AbortController();
    const timer = setTimeout(() => cut.abort(over()), ms);
    const forget = deadline.onAbandoned(() => cut.abort(over()));
    try {
      return await work(cut.signal, () => Math.max(0, end - performance.now()));
    } catch (cause) {
      if (cause instanceof SubgraphUnavailable) throw cause;
      if (cause instanceof TurnRefused) {
        throw new SubgraphUnavailable(this.name, cause.message, 'SUBGRAPH_SHARE_EXCEEDED', { cause });
      }
      throw new SubgraphUnavailable(this.name, (cause as Error).message, 'SUBGRAPH_UNAVAILABLE', { cause });
    } finally {
      clearTimeout(timer);
      forget();
    }
  }

  async #post(
    body: string,
    requestIdentity: RequestIdentity,
    { asker, isRepeatable }: SendOptions,
    { signal, left }: { signal: AbortSignal; left: () => number },
  ): Promise<Exchanged> {
    const over = await this.#turns.take(asker, signal);
    try {
      const untried = new Set(this.#endpoints);
      for (;;) {
        const endpoint = this.#next(untried);
        untried.delete(endpoint);
        try {
          const answer = await endpoint.post(body, requestIdentity, left(), signal);
          // What a process says that is about to end.
          if (answer.status !== 503 || !isRepeatable || untried.size === 0) return answer;
        } catch (error) {
          if (!(error instanceof ExchangeFailed) || untried.size === 0) throw error;
          if (error.kind === 'OTHER' || (error.kind !== 'UNSENT' && !isRepeatable)) throw error;
        }
      }
    } finally {
      over();
    }
  }

  /** The one that has least to do; of those that have as little, the one that was not asked for longest. */
  #next(untried: ReadonlySet<Endpoint>): Endpoint {
    const best = this.#endpoints
      .filter((endpoint) => untried.has(endpoint))
      .reduce((one, other) => (other.load < one.load ? other : one));
    this.#endpoints.splice(this.#endpoints.indexOf(best), 1);
    this.#endpoints.push(best);
    return best;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isGraphQLResponse(value: unknown): value is SubgraphResponse {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const { data, errors } = value as SubgraphResponse;
  return typeof data === 'object' && (errors === undefined || Array.isArray(errors))
    ? true
    : data === undefined && Array.isArray(errors);
}
