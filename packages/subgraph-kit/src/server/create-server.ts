import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { AuditLog } from '@hub/audit';
import { HttpGuard, knownOperations, refuseUnstorableText } from '@hub/http';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import { type FastifyInstance, fastify } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import type { Pseudonyms } from '../pseudonym/pseudonyms';
import type { SubgraphContext } from '../subgraph-context';
import { auditOperations } from './audit-operations';
import { addErrorHandlers, answerBadAddress } from './error-handlers';
import { addHealthRoutes } from './health-routes';
import { logOperations } from './log-operations';
import { maskErrors } from './mask-errors';
import { type Doors, passportsAt } from './passports';
import { keepRawBodies } from './raw-body';
import { refuseIntrospection } from './refuse-introspection';
import { requestId } from './request-id';

/** What a server is made of. */
export interface ServerParts {
  /** Name of the subgraph. */
  name: string;
  schema: GraphQLSchema;
  dataSource: DataSource;
  logger: Logger;
  doors: Doors;
  audit: AuditLog;
  pseudonyms: Pseudonyms | null;
  /** The environment that the subgraph was started with. */
  env: NodeJS.ProcessEnv;
  /** Largest request body, in bytes. */
  maxBodyBytes: number;
}

/** Makes the HTTP server of a subgraph, not yet listening. Closing it finishes the requests in flight. */
export async function createServer(parts: ServerParts): Promise<FastifyInstance> {
  const { name, schema, dataSource, logger, doors, audit, pseudonyms, env, maxBodyBytes } = parts;
  const guard = new HttpGuard({ log: logger, bodyLimit: maxBodyBytes });
  const app = fastify({
    ...guard.server,
    frameworkErrors: answerBadAddress(name),
    requestIdHeader: false,
    genReqId: ({ headers }) => requestId(headers['x-request-id']),
  });
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id).header('cache-control', 'no-store');
  });
  guard.addTo(app);
  keepRawBodies(app);
  addErrorHandlers(app, name, logger);
  addHealthRoutes(app, name, dataSource);

  const apollo = createApollo(parts);
  await apollo.start();
  app.addHook('onClose', async () => apollo.stop());
  const passports = passportsAt(name, doors);
  app.post(
    '/graphql',
    { preHandler: (request, reply) => passports.check(request, reply) },
    fastifyApolloHandler(apollo, {
      context: async (request) => ({
        dataSource,
        logger: logger.child({ requestId: request.id }),
        requestId: request.id,
        passport: passports.of(request),
        audit,
        pseudonyms,
        env,
      }),
    }),
  );
  logger.debug({ types: Object.keys(schema.getTypeMap()).length }, 'schema built');
  return app;
}

function createApollo({ name, schema, logger, doors }: ServerParts): ApolloServer<SubgraphContext> {
  return new ApolloServer<SubgraphContext>({
    schema,
    logger,
    // Refused by a plugin, which knows who asks.
    introspection: true,
    includeStacktraceInErrorResponses: false,
    // run-subgraph decides when to stop.
    stopOnTerminationSignals: false,
    // Only the gateway calls, and it sends whole operations.
    persistedQueries: false,
    validationRules: [knownOperations],
    plugins: [
      maskErrors(name),
      auditOperations(name),
      refuseIntrospection(doors.hub !== null),
      refuseUnstorableText(),
      logOperations(),
      // Nothing is cached, and it would look at every field that is resolved.
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
  });
}
