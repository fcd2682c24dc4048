import cors from '@fastify/cors';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { RequestRefused } from '../http/http-errors';

/** What clients send: our own headers, and those by which Apollo's say who they are and that they ask a browser first. */
const SENT = [
  ...['authorization', 'content-type', 'if-none-match', 'x-purpose', 'x-reason', 'x-require-coverage', 'x-request-id'],
  ...[
    'apollo-require-preflight',
    'x-apollo-operation-name',
    'apollographql-client-name',
    'apollographql-client-version',
  ],
];

/** What a page may read of an answer, beside its body. */
const READ = [
  ...['etag', 'retry-after', 'www-authenticate', 'x-request-id'],
  ...['x-ratelimit-limit', 'x-ratelimit-remaining', 'x-ratelimit-reset'],
];

/** Origins that are named in the log; more than these are not what somebody forgot to allow. */
const NAMED = 20;

/**
 * Lets the pages of the allowed origins ask from a browser; cookies mean nothing here, so none are let through. A page of
 * another origin is refused when its browser asks first, in words for whoever configures the gateway: a browser tells its
 * page nothing.
 */
export async function addCors(app: FastifyInstance, origins: readonly string[]): Promise<void> {
  if (origins.length === 0) app.log.info('CORS_ORIGINS is not set: pages of other origins may not ask.');
  const allowed = new Set(origins);
  const named = new Set<string>();

  app.addHook('onRequest', async (request, reply) => {
    if (request.method !== 'OPTIONS') return;
    const origin = asksFirst(request);
    if (origin === undefined) return reply.callNotFound();
    if (allowed.has(origin)) return;
    if (!named.has(origin) && named.size < NAMED) {
      named.add(origin);
      request.log.warn({ origin }, 'A page of another origin may not ask. Name the origin in CORS_ORIGINS to let it.');
    }
    const cause = allowed.size === 0 ? 'is not set' : 'does not name this origin';
    throw new RequestRefused('ORIGIN_NOT_ALLOWED', { origin: origin.slice(0, 100), cause });
  });
  await app.register(cors, {
    origin: origins.length === 0 ? false : [...origins],
    methods: ['GET', 'POST'],
    allowedHeaders: SENT,
    exposedHeaders: READ,
    credentials: false,
    maxAge: 600,
  });
}

/** The origin of a page whose browser asks before it lets the page ask. */
function asksFirst({ headers }: FastifyRequest): string | undefined {
  return headers['access-control-request-method'] === undefined ? undefined : headers.origin;
}
