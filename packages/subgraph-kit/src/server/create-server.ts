import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import { type FastifyInstance, fastify } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import type { SubgraphContext } from '../subgraph-context';
import { addErrorHandlers } from './error-handlers';
import { addHealthRoutes } from './health-routes';
import { logOperations } from './log-operations';
import { maskErrors } from './mask-errors';
import { requestId } from './request-id';

/** What a server is made of. */
export interface ServerParts {
  /** Name of the subgraph. */
  name: string;
  schema: GraphQLSchema;
  dataSource: DataSource;
  logger: Logger;
  /** Largest request body, in bytes. */
  maxBodyBytes: number;
}

const requestTimeoutMs = 30_000;

/** Makes the HTTP server of a subgraph, not yet listening. Closing it finishes the requests in flight. */
export async function createServer(parts: ServerParts): Promise<FastifyInstance> {
  const { name, schema, dataSource, logger, maxBodyBytes } = parts;
  const app = fastify({
    bodyLimit: maxBodyBytes,
    requestTimeout: requestTimeoutMs,
    requestIdHeader: false,
    genReqId: ({ headers }) => requestId(headers['x-request-id']),
  });
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
  });
  addErrorHandlers(app, name, logger);
  addHealthRoutes(app, name, dataSource);

  const apollo = createApollo(parts);
  await apollo.start();
  app.addHook('onClose', async () => apollo.stop());
  app.post(
    '/graphql',
    fastifyApolloHandler(apollo, {
      context: async ({ id }) => ({
        dataSource,
        logger: logger.child({ requestId: id }),
        requestId: id,
        passport: { caller: null, declared: null, requestId: id, alert: null, isHub: false },
      }),
    }),
  );
  logger.debug({ types: Object.keys(schema.getTypeMap()).length }, 'schema built');
  return app;
}

function createApollo({ name, schema, logger }: ServerParts): ApolloServer<SubgraphContext> {
  return new ApolloServer<SubgraphContext>({
    schema,
    logger,
    // A subgraph listens on loopback or a private network; its schema is published anyway.
    introspection: true,
    includeStacktraceInErrorResponses: false,
    // run-subgraph decides when to stop.
    stopOnTerminationSignals: false,
    // Only the gateway calls, and it sends whole operations.
    persistedQueries: false,
    plugins: [
      maskErrors(name),
      logOperations(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
  });
}
