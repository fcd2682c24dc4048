import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import helmet from 'helmet';

const NONE = ["'none'"];

/** Helmet's headers, with nothing allowed to a page but these sources. */
const withSources = (sources: Readonly<Record<string, readonly string[]>>) =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: NONE, ...sources, baseUri: NONE, formAction: NONE, frameAncestors: NONE },
    },
    xFrameOptions: { action: 'deny' },
    // Whoever ends TLS before the hub says how long a browser must ask for it.
    strictTransportSecurity: false,
  });

/** GraphiQL's editor makes its styles and workers in the page; everything else is the hub's own. */
const forExplorer = withSources({
  scriptSrc: ["'self'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  workerSrc: ["'self'", 'blob:'],
  imgSrc: ["'self'", 'data:'],
  fontSrc: ["'self'", 'data:'],
  connectSrc: ["'self'"],
});
const forAnswers = withSources({});

/** Puts the security headers and the request id on a response. */
export function secure(request: FastifyRequest, reply: FastifyReply): void {
  const set = /^\/explorer(\/|\?|$)/.test(request.url) ? forExplorer : forAnswers;
  set(request.raw, reply.raw, (error?: unknown) => {
    if (error) throw error;
  });
  reply.header('x-request-id', request.id);
}

/** Secures every response that a route makes. */
export function addSecurityHeaders(app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply) => secure(request, reply));
}
