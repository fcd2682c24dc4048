import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { AuditLog } from '@hub/audit';
import { HUB_MAX_TOKENS, MAX_VALIDATION_ERRORS, type MinuteLimits } from '@hub/limits';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import { type FastifyInstance, fastify } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import { admit } from '../limits/admit';
import { limitOperations } from '../limits/limit-operations';
import { PortLimits } from '../limits/port-limits';
import type { Pseudonyms } from '../pseudonym/pseudonyms';
import type { SubgraphContext } from '../subgraph-context';
import { auditOperations } from './audit-operations';
import { addErrorHandlers } from './error-handlers';
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
  /** What it publishes, with what its fields cost. */
  sdl: string;
  dataSource: DataSource;
  logger: Logger;
  doors: Doors;
  audit: AuditLog;
  pseudonyms: Pseudonyms | null;
  /** The environment that the subgraph was started with. */
  env: NodeJS.ProcessEnv;
  /** Largest request body, in bytes. */
  maxBodyBytes: number;
  /** What one caller may ask for in a minute, past the hub. */
  minuteLimits: MinuteLimits;
}

const requestTimeoutMs = 30_000;

/** Makes the HTTP server of a subgraph, not yet listening. Closing it finishes the requests in flight. */
export async function createServer(parts: ServerParts): Promise<FastifyInstance> {
  const { name, schema, dataSource, logger, doors, audit, pseudonyms, env, maxBodyBytes } = parts;
  const app = fastify({
    bodyLimit: maxBodyBytes,
    requestTimeout: requestTimeoutMs,
    requestIdHeader: false,
    genReqId: ({ headers }) => requestId(headers['x-request-id']),
  });
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id).header('cache-control', 'no-store');
  });
  keepRawBodies(app);
  addErrorHandlers(app, name, logger);
  addHealthRoutes(app, name, dataSource);

  const limits = new PortLimits(parts.minuteLimits);
  const apollo = createApollo(parts, limits);
  await apollo.start();
  app.addHook('onClose', async () => apollo.stop());
  const passports = passportsAt(name, doors);
  app.post(
    '/graphql',
    { preHandler: (request, reply) => admit(request, reply, passports, limits) },
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

function createApollo({ name, schema, sdl, logger }: ServerParts, limits: PortLimits): ApolloServer<SubgraphContext> {
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
    parseOptions: { maxTokens: HUB_MAX_TOKENS },
    validationOptions: { maxErrors: MAX_VALIDATION_ERRORS },
    plugins: [
      maskErrors(name),
      auditOperations(name),
      refuseIntrospection(),
      limitOperations({ schema, sdl }, limits),
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
