import { HOP_KEY_HEADER, HopSigner, type Passport, type SigningKeys } from '@hub/access';
import type { GraphQLFormattedError } from 'graphql';
import { Pool } from 'undici';
import { SubgraphUnavailable } from './subgraph-unavailable';

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
  url: string;
  /** How long one exchange may take, in milliseconds. @default 5000 */
  timeoutMs?: number;
  /** The largest answer taken, in bytes. @default 16777216 (16 MiB) */
  maxResponseBytes?: number;
  /** Connections kept to the subgraph. @default 64 */
  connections?: number;
  /** Sign every request, so that the subgraph knows who asks. @default none: it answers what is public */
  hopKeys?: SigningKeys | undefined;
}

/**
 * One subgraph over kept-alive connections. `Pool.request` and not `fetch`: about three times the
 * throughput.
 */
export class SubgraphClient {
  readonly name: string;
  readonly #pool: Pool;
  readonly #path: string;
  readonly #timeoutMs: number;
  readonly #hop: HopSigner | undefined;

  constructor({ name, url, timeoutMs = 5000, hopKeys, ...options }: SubgraphClientOptions) {
    const { origin, pathname, search } = new URL(url);
    this.name = name;
    this.#path = pathname + search;
    this.#timeoutMs = timeoutMs;
    this.#hop = hopKeys && new HopSigner(hopKeys, name);
    this.#pool = new Pool(origin, {
      connections: options.connections ?? 64,
      maxResponseSize: options.maxResponseBytes ?? 16 * 2 ** 20,
      connectTimeout: timeoutMs,
      headersTimeout: timeoutMs,
      bodyTimeout: timeoutMs,
    });
  }

  /**
   * Sends one operation, under a token that says for whom, is good for this subgraph and this body alone, and is not the
   * caller's own.
   *
   * @throws SubgraphUnavailable unless the answer is a GraphQL response.
   */
  async send(request: SubgraphRequest, passport: Passport): Promise<SubgraphResponse> {
    const { status, text } = await this.#post(JSON.stringify(request), passport);
    // 400 is how GraphQL over HTTP refuses a request, with a GraphQL response that says why.
    if (status !== 200 && status !== 400) throw new SubgraphUnavailable(this.name, `HTTP ${status}`);
    const response = parseJson(text);
    if (!isGraphQLResponse(response)) {
      throw new SubgraphUnavailable(this.name, 'the answer is not a GraphQL response');
    }
    return response;
  }

  /** Whether the subgraph says of itself that it can answer. Never throws. */
  async isReady(timeoutMs: number): Promise<boolean> {
    try {
      const request = { method: 'GET', path: '/health/ready' } as const;
      return (await this.#exchange(request, timeoutMs)).status === 200;
    } catch {
      return false;
    }
  }

  /** Drops every connection. */
  async close(): Promise<void> {
    await this.#pool.destroy();
  }

  async #post(body: string, passport: Passport): Promise<{ status: number; text: string }> {
    const hop = this.#hop?.tokenFor(passport, body);
    const { status, text, hopKey } = await this.#exchange({
      method: 'POST',
      path: this.#path,
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        'x-request-id': passport.requestId,
        ...(hop && { authorization: `Bearer ${hop.token}` }),
      },
      body,
    });
    if (hop?.isAgreed && status === 401) {
      // The key is not known there any more, and nothing was done under it. What is signed is no longer agreed: once more.
      this.#hop!.forget();
      return this.#post(body, passport);
    }
    if (typeof hopKey === 'string') this.#hop?.agree(hopKey);
    return { status, text };
  }

  async #exchange(
    request: Pick<Parameters<Pool['request']>[0], 'method' | 'path' | 'headers' | 'body'>,
    timeoutMs = this.#timeoutMs,
  ) {
    try {
      // The pool's own limits are between bytes; this one is for the exchange as a whole.
      const signal = AbortSignal.timeout(timeoutMs);
      const { statusCode, headers, body } = await this.#pool.request({ ...request, signal });
      return { status: statusCode, text: await body.text(), hopKey: headers[HOP_KEY_HEADER] };
    } catch (cause) {
      const { name, code, message } = cause as Error & { code?: string | number };
      const reason = name === 'TimeoutError' ? `no answer in ${timeoutMs} ms` : code || message;
      throw new SubgraphUnavailable(this.name, String(reason), { cause });
    }
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
