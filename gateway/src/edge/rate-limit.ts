import rateLimit, { type RateLimitPluginOptions } from '@fastify/rate-limit';
import { ANONYMOUS_PARTS, askerOf } from '@hub/limits';
import type { FastifyInstance } from 'fastify';
import { RequestRefused } from '../http/http-errors';

/**
 * Limits how often one caller may ask, from wherever; and one address without a token, or with a bad one. Stands after
 * `addIdentity`.
 */
export function addRateLimit(app: FastifyInstance, perMinute: number): Promise<void> {
  return limit(app, {
    max: ({ caller }) => (caller ? perMinute : Math.ceil(perMinute * ANONYMOUS_PARTS.requests)),
    keyGenerator: ({ caller, ip }) => askerOf(caller, ip).key,
  });
}

/** Limits how often one address may ask for what is shown to anybody. */
export function addPageLimit(app: FastifyInstance, perMinute: number): Promise<void> {
  return limit(app, { max: perMinute, keyGenerator: ({ ip }) => askerOf(null, ip).key });
}

async function limit(
  app: FastifyInstance,
  what: Required<Pick<RateLimitPluginOptions, 'max' | 'keyGenerator'>>,
): Promise<void> {
  await app.register(rateLimit, {
    ...what,
    timeWindow: 60_000,
    errorResponseBuilder: (_, { max, ttl }) =>
      new RequestRefused('RATE_LIMITED', { limit: max, seconds: Math.ceil(ttl / 1000) }),
  });
}
