import type { ApolloServer } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance } from 'fastify';
import { refuseBadToken } from './identity/identify';
import { openContext, type RequestContext } from './request-context';

/** Serves the graph at `/graphql`, behind the front door. */
export function addGraphql(door: FastifyInstance, apollo: ApolloServer<RequestContext>): void {
  door.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    preParsing: refuseBadToken,
    handler: fastifyApolloHandler(apollo, {
      context: async (request) => openContext(request, request.caller),
    }),
  });
}
