import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { FastifyHttpOptions, FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { Connections, type ConnectionBounds, type ConnectionCounts } from './connections';
import { boundHeldBytes, HELD_BYTES, TAKEN_MS } from './held-bytes';
import { takeJsonAlone } from './readable-body';
import { refuseSocket } from './refuse-socket';
import { ARRIVAL_MS, arrivalOptions, refuseArrival, requireHost } from './request-arrival';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Whether the answer goes on for as long as the client likes, and keeps bounds of its own. @default false */
    isOpenEnded?: boolean;
    /** Whether the body is a file, which the route reads and bounds itself. @default false */
    takesFile?: boolean;
  }
}

/** What a server is guarded with. */
export interface GuardOptions {
  log: Logger;
  /** Addresses and networks that bring the connections of others. @default none */
  proxies?: readonly string[] | undefined;
  /** The largest body of a request, in bytes. */
  bodyLimit: number;
  /** @default `CONNECTION_BOUNDS` */
  connections?: ConnectionBounds;
  /** How long a request may take to arrive whole, in milliseconds. @default {@link ARRIVAL_MS} */
  arrivalMs?: number;
  /** How long an answer may take to be read, in milliseconds. @default {@link TAKEN_MS} */
  takenMs?: number;
  /** Bytes of bodies and unread answers at one time. @default {@link HELD_BYTES} */
  heldBytes?: number;
}

/**
 * Keeps one server from being taken by who is slow or opens too much: how long a request may take to arrive and an answer to
 * be read, how many connections there are, how much memory they hold, and what a body may be.
 */
export class HttpGuard {
  readonly #connections: Connections;

  constructor(private readonly options: GuardOptions) {
    this.#connections = new Connections(options.log, options.proxies, options.connections);
  }

  get connections(): ConnectionCounts {
    return this.#connections.counts;
  }

  /** What Fastify is made with. */
  get server(): Required<Pick<FastifyHttpOptions<Server>, 'serverFactory' | 'clientErrorHandler' | 'bodyLimit'>> {
    const { arrivalMs = ARRIVAL_MS, bodyLimit } = this.options;
    return {
      bodyLimit,
      serverFactory: (handler) => {
        const server = createServer(arrivalOptions(arrivalMs), handler);
        this.#connections.watch(server);
        server.on('checkExpectation', ({ socket }: IncomingMessage) => refuseSocket(socket, 'EXPECTATION_FAILED'));
        return server;
      },
      clientErrorHandler: (error, socket) => refuseArrival(error, socket, arrivalMs),
    };
  }

  /** Adds what Fastify does with each request. Before any route. */
  addTo(app: FastifyInstance): void {
    const { bodyLimit, heldBytes = HELD_BYTES, takenMs = TAKEN_MS } = this.options;
    app.addHook('onRequest', requireHost);
    boundHeldBytes(app, bodyLimit, heldBytes, takenMs);
    takeJsonAlone(app);
    app.addHook('preClose', async () => this.#connections.closeWaiting());
  }
}
