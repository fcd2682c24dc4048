import type { ApolloServer } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { CallerTokenRules } from '@hub/access';
import type { FastifyInstance } from 'fastify';
import type { GatewayConfig } from './config';
import { addCors } from './edge/cors';
import { addRateLimit } from './edge/rate-limit';
import { addIdentity, refuseBadToken } from './identity/identify';
import { openContext, type RequestContext } from './request-context';

/** Serves the graph at `/graphql`. What stands before it, in order: CORS, who asks, how often, and whether the token is good. */
export async function addGraphql(
  app: FastifyInstance,
  apollo: ApolloServer<RequestContext>,
  rules: CallerTokenRules | undefined,
  { CORS_ORIGINS, RATE_LIMIT_PER_MINUTE }: GatewayConfig,
): Promise<void> {
  await app.register(async (scope) => {
    await addCors(scope, CORS_ORIGINS);
    addIdentity(scope, rules);
    await addRateLimit(scope, RATE_LIMIT_PER_MINUTE);
    scope.route({
      method: ['GET', 'POST'],
      url: '/graphql',
      // Before the body is read, and after the limit, which the route adds to its own hooks.
      preParsing: refuseBadToken,
      handler: fastifyApolloHandler(apollo, {
        context: async ({ id, caller, headers }) => openContext(id, caller, headers),
      }),
    });
  });
}
