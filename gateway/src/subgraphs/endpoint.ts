import { GATEWAY_KEY_HEADER, GatewayTokenSigner, type RequestIdentity, type SigningKeys } from '@hub/access';
import type { Logger } from 'pino';
import { Client, Pool, type Dispatcher } from 'undici';
import { ExchangeFailed, failureOf } from './exchange-failed';
import { ProcessWatch } from './process-watch';

/** How to reach one process of a subgraph. */
export interface EndpointOptions {
  subgraph: string;
  url: string;
  /** How long one exchange may take, in milliseconds. */
  timeoutMs: number;
  /** The largest answer taken, in bytes. */
  maxResponseBytes: number;
  /** Connections kept to it. */
  connections: number;
  gatewayKeys: SigningKeys | undefined;
  log: Logger | undefined;
}

/** What a process answered. */
export interface Exchanged {
  status: number;
  text: string;
}

interface UnderWay {
  cut: AbortController;
  /** The tick at which it was sent. */
  since: number;
}

type Asked = Pick<Dispatcher.RequestOptions, 'method' | 'path' | 'headers' | 'body'>;

/**
 * One process of a subgraph, over kept-alive connections: `Pool.request` and not `fetch`, which has a third of the
 * throughput. Keys of gateway tokens are agreed with one process, so each has its own signer.
 */
export class Endpoint {
  readonly #pool: Pool;
  /** Of its own: those of the pool are held by what waits. */
  readonly #probes: Client;
  readonly #path: string;
  readonly #tokens: GatewayTokenSigner | undefined;
  readonly #underWay = new Set<UnderWay>();
  readonly #watch: ProcessWatch;

  constructor({ subgraph, url, timeoutMs, maxResponseBytes, connections, gatewayKeys, log }: EndpointOptions) {
    const { origin, pathname, search, host } = new URL(url);
    this.#path = pathname + search;
    this.#tokens = gatewayKeys && new GatewayTokenSigner(gatewayKeys, subgraph);
    this.#pool = new Pool(origin, {
      connections,
      maxResponseSize: maxResponseBytes,
      ...{ connectTimeout: timeoutMs, headersTimeout: timeoutMs, bodyTimeout: timeoutMs },
    });
    this.#probes = new Client(origin, { maxResponseSize: 65_536 });
    this.#watch = new ProcessWatch({
      probe: async (signal) => {
        // Whatever the status: a partnership's own system may know no such address, and has answered.
        const { body } = await this.#probes.request({ method: 'GET', path: '/health/live', signal });
        await body.dump();
      },
      askedSince: () => {
        const [oldest] = this.#underWay;
        return oldest?.since;
      },
      onHung: () => {
        log?.warn({ subgraph, host }, 'A process of a subgraph does not answer, and is asked nothing until it does.');
        for (const { cut } of this.#underWay) cut.abort(new ExchangeFailed('HUNG', 'the process does not answer'));
      },
      onBack: () => log?.info({ subgraph, host }, 'A process of a subgraph answers again.'),
    });
  }

  /** The lower, the sooner it should be asked. */
  get load(): number {
    return this.#underWay.size + (this.#watch.isDoubted ? 1_000_000 : 0);
  }

  /**
   * Posts an operation, under a token that says for whom, is good for this subgraph and this body alone, and is not the
   * caller's own.
   *
   * @param leftMs - how long the answer will be waited for; the subgraph is told.
   * @throws ExchangeFailed, or the reason of the signal.
   */
  async post(body: string, requestIdentity: RequestIdentity, leftMs: number, signal: AbortSignal): Promise<Exchanged> {
    const gatewayToken = this.#tokens?.tokenFor(requestIdentity, body);
    const headers = {
      'content-type': 'application/json',
      accept: 'application/json',
      'x-request-id': requestIdentity.requestId,
      'x-deadline-ms': String(Math.ceil(leftMs)),
      ...(gatewayToken && { authorization: `Bearer ${gatewayToken.token}` }),
    };
    const { gatewayKey, ...answer } = await this.exchange({ method: 'POST', path: this.#path, headers, body }, signal);
    if (gatewayToken?.isAgreed && answer.status === 401) {
      // The key is not known there any more, and nothing was done under it. What is signed is no longer agreed: once more.
      this.#tokens!.forget();
      return this.post(body, requestIdentity, leftMs, signal);
    }
    if (typeof gatewayKey === 'string') this.#tokens?.agree(gatewayKey);
    return answer;
  }

  /**
   * One request and its whole answer.
   *
   * @throws ExchangeFailed, or the reason of the signal.
   */
  async exchange(request: Asked, signal: AbortSignal): Promise<Exchanged & { gatewayKey: unknown }> {
    if (this.#watch.isHung) throw new ExchangeFailed('UNSENT', 'the process does not answer');
    signal.throwIfAborted();
    const underWay = { cut: new AbortController(), since: this.#watch.begin() };
    const cut = () => underWay.cut.abort(signal.reason);
    signal.addEventListener('abort', cut);
    this.#underWay.add(underWay);
    try {
      const { statusCode, headers, body } = await this.#pool.request({ ...request, signal: underWay.cut.signal });
      const text = await body.text();
      this.#watch.answered(underWay.since);
      return { status: statusCode, text, gatewayKey: headers[GATEWAY_KEY_HEADER] };
    } catch (error) {
      if (signal.aborted) throw signal.reason;
      const failure = failureOf(error);
      if (failure.kind === 'UNSENT' || failure.kind === 'LOST') this.#watch.doubt();
      throw failure;
    } finally {
      signal.removeEventListener('abort', cut);
      this.#underWay.delete(underWay);
    }
  }

  /** Drops every connection. */
  async close(): Promise<void> {
    this.#watch.stop();
    await Promise.all([this.#pool.destroy(), this.#probes.destroy()]);
  }
}
