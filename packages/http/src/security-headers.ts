import type { FastifyReply, FastifyRequest } from 'fastify';
import helmet from 'helmet';

/** What a page may load from where, by the directives of a content security policy, as `scriptSrc`. */
export type PageSources = Readonly<Record<string, readonly string[]>>;

const NONE = ["'none'"];

/** Puts Helmet's headers on a response, with nothing allowed to a page but these sources. */
export function securityHeaders(sources: PageSources = {}): (request: FastifyRequest, reply: FastifyReply) => void {
  const set = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: NONE, ...sources, baseUri: NONE, formAction: NONE, frameAncestors: NONE },
    },
    xFrameOptions: { action: 'deny' },
    // Whoever ends TLS before the hub says how long a browser must ask for it.
    strictTransportSecurity: false,
  });
  return (request, reply) =>
    set(request.raw, reply.raw, (error?: unknown) => {
      if (error) throw new Error('The security headers cannot be set.', { cause: error });
    });
}
