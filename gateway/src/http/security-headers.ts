import { EXPLORER_SOURCES } from '@hub/explorer';
import { securityHeaders } from '@hub/http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

const forExplorer = securityHeaders(EXPLORER_SOURCES);
const forAnswers = securityHeaders();

/** Puts the security headers and the request id on a response. */
export function secure(request: FastifyRequest, reply: FastifyReply): void {
  const set = /^\/explorer(\/|\?|$)/.test(request.url) ? forExplorer : forAnswers;
  set(request, reply);
  reply.header('x-request-id', request.id);
}

/** Secures every response that a route makes. */
export function addSecurityHeaders(app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply) => secure(request, reply));
}
