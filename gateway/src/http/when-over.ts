import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/**
 * Has something done when a request is over: answered, or given up by whoever asked, of which Fastify's `onResponse` hears
 * nothing. Before any route is added.
 */
export function whenOver(
  app: FastifyInstance,
  work: (request: FastifyRequest, reply: FastifyReply, isGivenUp: boolean) => void,
): void {
  app.addHook('onRequest', async (request, reply) => {
    const { raw } = reply;
    raw.once('close', () => work(request, reply, !raw.writableFinished));
  });
}
