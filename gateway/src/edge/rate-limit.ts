import rateLimit from '@fastify/rate-limit';
import { ANONYMOUS_PARTS } from '@hub/limits';
import type { FastifyInstance } from 'fastify';
import { RequestRefused } from '../http-errors';
import { askerOf } from './asker';

/**
 * Limits how often one caller may ask, from wherever; and one address without a token, or with a bad one. Stands after
 * `addIdentity`.
 */
export async function addRateLimit(app: FastifyInstance, perMinute: number): Promise<void> {
  await app.register(rateLimit, {
    timeWindow: 60_000,
    max: ({ caller }) => (caller ? perMinute : Math.ceil(perMinute * ANONYMOUS_PARTS.requests)),
    keyGenerator: (request) => {
      const { person, address } = askerOf(request);
      return person === null ? `address ${address}` : `person ${person}`;
    },
    errorResponseBuilder: (_, { max, ttl }) =>
      new RequestRefused('RATE_LIMITED', { limit: max, seconds: Math.ceil(ttl / 1000) }),
  });
}
