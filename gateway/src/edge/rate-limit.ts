import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance } from 'fastify';
import { RequestRefused } from '../http-errors';
import { askerOf } from './asker';

/** How much less often than a caller an address without a good token may ask. */
const ANONYMOUS_PART = 4;

/**
 * Limits how often one caller may ask, from wherever; and one address without a token, or with a bad one. Stands after
 * `addIdentity`.
 */
export async function addRateLimit(app: FastifyInstance, perMinute: number): Promise<void> {
  await app.register(rateLimit, {
    timeWindow: 60_000,
    max: ({ caller }) => (caller ? perMinute : Math.ceil(perMinute / ANONYMOUS_PART)),
    keyGenerator: ({ caller, ip }) => askerOf(caller, ip),
    errorResponseBuilder: (_, { max, ttl }) =>
      new RequestRefused('RATE_LIMITED', { limit: max, seconds: Math.ceil(ttl / 1000) }),
  });
}
