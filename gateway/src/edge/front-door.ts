import type { CallerTokenRules } from '@hub/access';
import type { FastifyInstance } from 'fastify';
import type { GatewayConfig } from '../config';
import { addIdentity } from '../identity/identify';
import { addCors } from './cors';
import { addPageLimit, addRateLimit } from './rate-limit';

/**
 * What callers pass, in this order: CORS, who asks, and how often, counted together for all that is behind. A route behind
 * it refuses a bad token by `refuseBadToken` as its `preParsing`: before the body is read, and after the limit.
 */
export async function addFrontDoor(
  app: FastifyInstance,
  rules: CallerTokenRules | undefined,
  { CORS_ORIGINS, RATE_LIMIT_PER_MINUTE }: GatewayConfig,
  addRoutes: (door: FastifyInstance) => void,
): Promise<void> {
  await app.register(async (door) => {
    await addCors(door, CORS_ORIGINS);
    addIdentity(door, rules);
    await addRateLimit(door, RATE_LIMIT_PER_MINUTE);
    addRoutes(door);
  });
}

/** What is shown to anybody, counted together by address: pages, keys, and the tokens of a development hub. */
export async function addPages(
  app: FastifyInstance,
  { RATE_LIMIT_PER_MINUTE }: GatewayConfig,
  addRoutes: (pages: FastifyInstance) => Promise<void>,
): Promise<void> {
  await app.register(async (pages) => {
    await addPageLimit(pages, RATE_LIMIT_PER_MINUTE);
    await addRoutes(pages);
  });
}
