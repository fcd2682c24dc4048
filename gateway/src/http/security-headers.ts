import { EXPLORER_CSP } from '@hub/explorer';
import type { FastifyInstance } from 'fastify';

const DEFAULT_CSP = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** The security headers of a path's responses. */
export function securityHeaders(url: string): Record<string, string> {
  return {
    'content-security-policy': /^\/explorer(\/|\?|$)/.test(url) ? EXPLORER_CSP : DEFAULT_CSP,
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
  };
}

/** Puts the security headers and the request id on every response that a route makes. */
export function addSecurityHeaders(app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply) => {
    reply.headers({ ...securityHeaders(request.url), 'x-request-id': request.id });
  });
}
