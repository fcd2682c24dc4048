import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { BlockList, isIPv6, type Socket } from 'node:net';
import { normalizeIP } from '@fastify/rate-limit';
import type { Logger } from 'pino';
import { Holdings } from './holdings';
import { refuseSocket } from './refuse-socket';

/** How many connections a server keeps open. */
export interface ConnectionBounds {
  /** From one address; of IPv6, a network of 64 bits is one. */
  ofOneAddress: number;
  inAll: number;
  /** Requests of one connection that are being answered at once. */
  pipelined: number;
}

export const CONNECTION_BOUNDS: ConnectionBounds = { ofOneAddress: 256, inAll: 2048, pipelined: 16 };

const LOGGED_EVERY_MS = 60_000;

/** The connections of a server: those that are open, and those since its start for which there was no room. */
export interface ConnectionCounts {
  open: number;
  refused: number;
  gaveWay: number;
}

/** `arriving`: it has brought no whole request. `waiting`: it has none now. `answering`: what it asked is being answered. */
type Stage = 'arriving' | 'waiting' | 'answering';

/**
 * The open connections of a server. Where there are too many, the one that has waited longest without a whole request gives
 * way: of the same address, or of the address that has most. So whoever asks at once is let in, be it from beside those who
 * do not. If all are being answered, the new one is refused.
 */
export class Connections {
  readonly #open = new Holdings<Socket>();
  readonly #asked = new WeakMap<Socket, Map<ServerResponse, IncomingMessage>>();
  readonly #proxies = new BlockList();
  readonly #counts = { refused: 0, gaveWay: 0 };
  #logged = { refused: 0, gaveWay: 0 };
  #logging: NodeJS.Timeout | undefined;

  /**
   * @param log - is told once a minute how many were refused or gave way
   * @param proxies - addresses and networks that bring the connections of others: they count in all alone
   */
  constructor(
    private readonly log: Logger,
    proxies: readonly string[] = [],
    private readonly bounds: ConnectionBounds = CONNECTION_BOUNDS,
  ) {
    for (const proxy of proxies) {
      const [address = '', bits] = proxy.split('/');
      const family = isIPv6(address) ? 'ipv6' : 'ipv4';
      if (bits === undefined) this.#proxies.addAddress(address, family);
      else this.#proxies.addSubnet(address, Number(bits), family);
    }
  }

  get counts(): ConnectionCounts {
    return { open: this.#open.total, ...this.#counts };
  }

  watch(server: Server): void {
    server.on('connection', (socket: Socket) => this.#admit(socket));
    server.on('request', (request: IncomingMessage, response: ServerResponse) => this.#note(request, response));
  }

  /** Closes what is not being answered, when the server ends: from then on Node ends no connection for being slow. */
  closeWaiting(): void {
    for (const address of this.#open.holders()) {
      for (const socket of this.#open.itemsOf(address)) if (this.#stageOf(socket) !== 'answering') socket.destroy();
    }
    this.#log();
  }

  #admit(socket: Socket): void {
    const { remoteAddress } = socket;
    // It has gone already.
    if (remoteAddress === undefined) return void socket.destroy();
    const address = normalizeIP(remoteAddress);
    const isOver =
      (this.#open.of(address) >= this.bounds.ofOneAddress && !this.#isProxy(address) && !this.#giveWay(address)) ||
      (this.#open.total >= this.bounds.inAll && !this.#giveWay(this.#open.greediest()!));
    if (isOver) {
      this.#count('refused');
      return refuseSocket(socket, 'TOO_MANY_CONNECTIONS');
    }
    this.#open.add(address, socket);
    socket.once('close', () => this.#open.remove(address, socket));
  }

  #note(request: IncomingMessage, response: ServerResponse): void {
    const { socket } = request;
    const asked = this.#asked.get(socket) ?? new Map<ServerResponse, IncomingMessage>();
    this.#asked.set(socket, asked.set(response, request));
    response.once('close', () => asked.delete(response));
    if (asked.size > this.bounds.pipelined) socket.destroy();
  }

  /** Closes one connection of an address, if there is one that can be spared. */
  #giveWay(address: string): boolean {
    const sockets = this.#open.itemsOf(address);
    const spared =
      sockets.find((socket) => this.#stageOf(socket) === 'arriving') ??
      sockets.find((socket) => this.#stageOf(socket) === 'waiting');
    if (!spared) return false;
    this.#open.remove(address, spared);
    spared.destroy();
    this.#count('gaveWay');
    return true;
  }

  #stageOf(socket: Socket): Stage {
    const asked = this.#asked.get(socket);
    if (!asked) return 'arriving';
    if (asked.size === 0) return 'waiting';
    return [...asked.values()].some(({ complete }) => complete) ? 'answering' : 'arriving';
  }

  #isProxy(address: string): boolean {
    return this.#proxies.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
  }

  #count(what: 'refused' | 'gaveWay'): void {
    this.#counts[what] += 1;
    this.#logging ??= setTimeout(() => this.#log(), LOGGED_EVERY_MS).unref();
  }

  #log(): void {
    if (!this.#logging) return;
    clearTimeout(this.#logging);
    this.#logging = undefined;
    const { open, refused, gaveWay } = this.counts;
    const since = { refused: refused - this.#logged.refused, gaveWay: gaveWay - this.#logged.gaveWay };
    this.log.warn({ ...since, open }, 'Too many connections were opened.');
    this.#logged = { refused, gaveWay };
  }
}
