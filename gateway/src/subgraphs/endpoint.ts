import { GatewayTokenSigner, type SigningKeys } from '@hub/access';
import type { Logger } from 'pino';
import { Client } from 'undici';
import { Exchange, type Asked, type Process, type Waiter } from './exchange';
import { ExchangeFailed } from './exchange-failed';
import { InOrder } from './in-order';
import { ProcessWatch } from './process-watch';
import { SignedPost, type Post } from './signed-post';
import type { Sent, Wire, WireOptions } from './wire/wire';

/** How to reach one process of a subgraph. */
export interface EndpointOptions extends Omit<WireOptions, 'origin'> {
  subgraph: string;
  url: string;
  gatewayKeys: SigningKeys | undefined;
  wireTo: (options: WireOptions) => Wire;
  log: Logger | undefined;
}

/** What is known of a process: it answers; it owes a sign of life; or it is hung or gone, and asked nothing. */
export type ProcessState = 'answering' | 'doubted' | 'hung';

/**
 * One process of a subgraph, over kept-alive connections. Keys of gateway tokens are agreed with one process, so each has
 * its own signer.
 */
export class Endpoint {
  readonly #process: Process;
  /** Of its own: those of the wire are held by what waits. */
  readonly #probes: Client;
  readonly #path: string;
  readonly #tokens: GatewayTokenSigner | undefined;

  constructor({ subgraph, url, gatewayKeys, wireTo, log, ...options }: EndpointOptions) {
    const { origin, pathname, search, host } = new URL(url);
    this.#path = pathname + search;
    this.#tokens = gatewayKeys && new GatewayTokenSigner(gatewayKeys, subgraph);
    const { lookup } = options;
    this.#probes = new Client(origin, { maxResponseSize: 65_536, ...(lookup && { connect: { lookup } }) });
    const underWay = new InOrder<Exchange>();
    const watch = new ProcessWatch({
      probe: async (signal) => {
        // Whatever the status: a partnership's own system may know no such address, and has answered.
        const { body } = await this.#probes.request({ method: 'GET', path: '/health/live', signal });
        await body.dump();
      },
      askedSince: () => underWay.first?.since,
      onHung: () => {
        log?.warn({ subgraph, host }, 'A process of a subgraph does not answer, and is asked nothing until it does.');
        for (const exchange of underWay) exchange.giveUp();
      },
      onBack: () => log?.info({ subgraph, host }, 'A process of a subgraph answers again.'),
    });
    this.#process = { wire: wireTo({ origin, ...options }), watch, underWay };
  }

  /** The lower, the sooner it should be asked. */
  get load(): number {
    return this.#process.underWay.size + (this.#process.watch.isDoubted ? 1_000_000 : 0);
  }

  get state(): ProcessState {
    const { isHung, isDoubted } = this.#process.watch;
    return isHung ? 'hung' : isDoubted ? 'doubted' : 'answering';
  }

  /** Posts an operation. */
  post(post: Post): Sent {
    return new SignedPost(this, this.#path, this.#tokens, post);
  }

  /** Sends one request. */
  exchange(asked: Asked, waiter: Waiter): Sent {
    if (!this.#process.watch.isHung) return new Exchange(this.#process, asked, waiter);
    const timer = setImmediate(() => waiter.failed(new ExchangeFailed('UNSENT', 'the process does not answer')));
    return { cut: () => clearImmediate(timer) };
  }

  /** Drops every connection. */
  async close(): Promise<void> {
    this.#process.watch.stop();
    await Promise.all([this.#process.wire.close(), this.#probes.destroy()]);
  }
}
