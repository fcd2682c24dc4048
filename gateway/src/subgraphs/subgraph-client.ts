import type { LookupFunction } from 'node:net';
import { Turns, type RequestIdentity, type SigningKeys } from '@hub/access';
import type { GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { Endpoint, type ProcessState } from './endpoint';
import { Posting, type Done, type SendOptions, type Subgraph } from './posting';
import { RequestTally } from './request-tally';
import { SubgraphUnavailable } from './subgraph-unavailable';
import { SocketWire } from './wire/socket-wire';
import { UndiciWire } from './wire/undici-wire';
import type { Wire, WireAnswer, WireOptions } from './wire/wire';

export type { SendOptions } from './posting';

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
  /** By what a process is reached. @default sockets of our own; undici for `https:` */
  wireTo?: (options: WireOptions) => Wire;
  /** By what the names of its addresses are looked up. @default that of the system */
  lookup?: LookupFunction | undefined;
  log?: Logger | undefined;
}

/** Requests of one caller at one subgraph: under way at once, and waiting for the others. */
const OF_ONE = { ofOne: 4, waitingOfOne: 32 };

const READINESS = { method: 'GET', path: '/health/ready', headers: [], body: '', isRepeatable: true } as const;

/** One subgraph, of one process or several. */
export class SubgraphClient {
  readonly name: string;
  readonly tally = new RequestTally();
  readonly #endpoints: Endpoint[];
  readonly #subgraph: Subgraph;

  constructor({ name, urls, timeoutMs = 5000, gatewayKeys, log, lookup, ...options }: SubgraphClientOptions) {
    const { connections = 64, maxResponseBytes = 16 * 2 ** 20, wireTo = usualWire } = options;
    this.name = name;
    const common = { subgraph: name, connections, maxResponseBytes, gatewayKeys, wireTo, lookup, log };
    this.#endpoints = urls.map((url) => new Endpoint({ ...common, url }));
    this.#subgraph = {
      ...{ name, timeoutMs, tally: this.tally, processes: urls.length },
      turns: new Turns({ ...OF_ONE, atOnce: connections * urls.length }),
      next: (tried) => this.#next(tried),
    };
  }

  /**
   * Posts the body of a GraphQL request.
   *
   * @param done - gets the text of an answer with the status 200 or 400, as it came.
   */
  post(body: string, requestIdentity: RequestIdentity, options: SendOptions, done: Done): void {
    new Posting(this.#subgraph, body, requestIdentity, options, done);
  }

  /**
   * Sends one operation.
   *
   * @throws SubgraphUnavailable unless the answer is a GraphQL response.
   */
  send(request: SubgraphRequest, requestIdentity: RequestIdentity, options: SendOptions): Promise<SubgraphResponse> {
    return new Promise((resolve, reject) => {
      this.post(JSON.stringify(request), requestIdentity, options, (failure, text) => {
        if (failure) return reject(failure);
        const response = parseJson(text);
        if (isGraphQLResponse(response)) resolve(response);
        else reject(new SubgraphUnavailable(this.name, 'the answer is not a GraphQL response'));
      });
    });
  }

  /** What is known of each of its processes. */
  get processes(): ProcessState[] {
    return this.#endpoints.map(({ state }) => state);
  }

  /** Whether any of its processes says of itself that it can answer. Never throws. */
  isReady(timeoutMs: number): Promise<boolean> {
    return new Promise((resolve) => {
      const over = (isReady: boolean) => {
        clearTimeout(timer);
        resolve(isReady);
        for (const one of sent) one.cut();
      };
      const timer = setTimeout(() => over(false), timeoutMs);
      let unready = this.#endpoints.length;
      const waiter = {
        answered: ({ status }: WireAnswer) => (status === 200 ? over(true) : waiter.failed()),
        failed: () => (unready -= 1) === 0 && over(false),
      };
      const sent = this.#endpoints.map((endpoint) => endpoint.exchange(READINESS, waiter));
    });
  }

  /** Drops every connection. */
  async close(): Promise<void> {
    await Promise.all(this.#endpoints.map((endpoint) => endpoint.close()));
  }

  /** The one that has least to do; of those that have as little, the one that was not asked for longest. */
  #next(tried: readonly Endpoint[]): Endpoint {
    const [only] = this.#endpoints;
    if (this.#endpoints.length === 1) return only!;
    const best = this.#endpoints
      .filter((endpoint) => !tried.includes(endpoint))
      .reduce((one, other) => (other.load < one.load ? other : one));
    this.#endpoints.splice(this.#endpoints.indexOf(best), 1);
    this.#endpoints.push(best);
    return best;
  }
}

function usualWire(options: WireOptions): Wire {
  return options.origin.startsWith('https:') ? new UndiciWire(options) : new SocketWire(options);
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
