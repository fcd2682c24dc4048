import type { ApolloServer } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { CallerAllowance } from '@hub/limits';
import type { FastifyInstance } from 'fastify';
import { askerOf } from './edge/asker';
import { refuseBadToken } from './identity/identify';
import { limitDocuments } from './limits/document-limits';
import { openContext, type RequestContext } from './request-context';

/** Serves the graph at `/graphql`, behind the front door. */
export function addGraphql(door: FastifyInstance, apollo: ApolloServer<RequestContext>, points: CallerAllowance): void {
  door.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    preParsing: refuseBadToken,
    preHandler: limitDocuments(points),
    handler: fastifyApolloHandler(apollo, {
      context: async (request) => openContext(request.id, request.caller, request.headers, askerOf(request)),
    }),
  });
}
