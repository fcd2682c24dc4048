import type { ServerOptions } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { refuseSocket } from './refuse-socket';

/** How long a request may take to arrive whole, headers and body, in milliseconds. */
export const ARRIVAL_MS = 10_000;
/** How often it is looked whether one took longer, in milliseconds. Node's own 30 s would add as much to each. */
const LOOKED_EVERY_MS = 1000;
/** Bytes of all headers of a request together. */
const MAX_HEADER_BYTES = 16 * 1024;
/** How long a connection may wait for its next request, in milliseconds: longer than the 60 s of usual proxies. */
const NEXT_REQUEST_MS = 72_000;

/** By when a request must have arrived, as Node's HTTP server takes it. Also of a connection that says nothing at all. */
export function arrivalOptions(arrivalMs: number): ServerOptions {
  return {
    headersTimeout: arrivalMs,
    requestTimeout: arrivalMs,
    connectionsCheckingInterval: Math.min(LOOKED_EVERY_MS, arrivalMs),
    keepAliveTimeout: NEXT_REQUEST_MS,
    maxHeaderSize: MAX_HEADER_BYTES,
    // Refused by {@link requireHost}, since Node's own answer says nothing.
    requireHostHeader: false,
  };
}

/** Refuses a request without a host, which HTTP/1.1 asks for (RFC 9112, 3.2). */
export async function requireHost({ raw }: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> {
  if (raw.httpVersion !== '1.1' || raw.headers.host !== undefined) return undefined;
  refuseSocket(raw.socket, 'HOST_MISSING');
  return reply.hijack();
}

/** Answers what does not become a request: it came too slowly, or is not HTTP. */
export function refuseArrival(error: NodeJS.ErrnoException, socket: Socket, arrivalMs: number): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  if (error.code === 'ERR_HTTP_REQUEST_TIMEOUT') {
    refuseSocket(socket, 'REQUEST_TIMEOUT', { seconds: arrivalMs / 1000 });
  } else if (error.code === 'HPE_HEADER_OVERFLOW') {
    refuseSocket(socket, 'HEADERS_TOO_LARGE', { limit: MAX_HEADER_BYTES });
  } else {
    refuseSocket(socket, 'REQUEST_UNREADABLE');
  }
}
