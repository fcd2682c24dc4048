import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Holdings } from './holdings';

/** Bytes of requests that arrive and of answers that are not taken yet, in memory at one time. */
export const HELD_BYTES = 96 * 2 ** 20;

/** How long a client may take to read an answer whole, in milliseconds. */
export const TAKEN_MS = 60_000;

/**
 * Bounds what clients make a server keep for them: bodies that are announced and do not come, answers that are not read.
 * Where it is too much, the oldest request of the address that has most is cut off; as is who does not read an answer in time.
 */
export function boundHeldBytes(app: FastifyInstance, bodyLimit: number, inAll: number, takenMs: number): void {
  const held = new Holdings<FastifyRequest>();
  const hold = (request: FastifyRequest, bytes: number) => {
    held.remove(request.ip, request);
    held.add(request.ip, request, bytes);
    while (held.total > inAll) {
      const greediest = held.greediest()!;
      const [oldest] = held.itemsOf(greediest);
      held.remove(greediest, oldest!);
      oldest!.raw.socket.destroy();
    }
  };

  app.addHook('onRequest', async (request, reply) => {
    const bytes = announced(request, bodyLimit);
    if (bytes > 0) hold(request, bytes);
    reply.raw.once('close', () => held.remove(request.ip, request));
  });

  app.addHook('onSend', async (request, reply, payload) => {
    if (request.routeOptions.config.isOpenEnded) return;
    if (typeof payload === 'string' || Buffer.isBuffer(payload)) hold(request, Buffer.byteLength(payload));
    const timer = setTimeout(() => request.raw.socket.destroy(), takenMs).unref();
    reply.raw.once('close', () => clearTimeout(timer));
  });
}

/** How long a request says that its body is; what it does not say counts as the longest that would be taken. */
function announced({ headers }: FastifyRequest, bodyLimit: number): number {
  const length = headers['content-length'] ?? (headers['transfer-encoding'] === undefined ? 0 : Infinity);
  return Math.min(Number(length), bodyLimit);
}
