import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { randomUUID } from 'node:crypto';
import { loggable } from '@hub/access';
import type { AuditLog } from '@hub/audit';
import { HttpGuard, knownOperations, parsedDocuments, refuseUnstorableText } from '@hub/http';
import { HUB_MAX_TOKENS, MAX_VALIDATION_ERRORS, type MinuteLimits } from '@hub/limits';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import { type FastifyInstance, type FastifyReply, type FastifyRequest, fastify } from 'fastify';
import { normalizeIP } from '@fastify/rate-limit';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import type { CursorKeys } from '../cursors/cursor-signature';
import { admit } from '../limits/admit';
import { limitOperations } from '../limits/limit-operations';
import { PortLimits } from '../limits/port-limits';
import type { Pseudonyms } from '../pseudonym/pseudonyms';
import type { SubgraphContext } from '../subgraph-context';
import { auditOperations } from './audit-operations';
import { dataSourceUntil } from '../deadline/data-source-until';
import { deadlineOf } from '../deadline/deadline-of-request';
import { StatementCanceller } from '../deadline/statement-canceller';
import { addErrorHandlers, answerBadAddress } from './error-handlers';
import { addHealthRoutes } from './health-routes';
import { type Asking, inTurn } from './in-turn';
import { logOperations } from './log-operations';
import { maskErrors } from './mask-errors';
import { type Doors, requestIdentitiesAt } from './request-identities';
import { keepRawBodies } from './raw-body';
import { refuseIntrospection } from './refuse-introspection';

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
  cursorKeys: CursorKeys;
  /** The environment that the subgraph was started with. */
  env: NodeJS.ProcessEnv;
  /** Largest request body, in bytes. */
  maxBodyBytes: number;
  /** How long an operation may take, in milliseconds. */
  operationTimeoutMs: number;
  /** What one caller may ask for in a minute, past the hub. */
  minuteLimits: MinuteLimits;
}

/** Makes the HTTP server of a subgraph, not yet listening. Closing it finishes the requests in flight. */
export async function createServer(parts: ServerParts): Promise<FastifyInstance> {
  const { name, schema, dataSource, doors, audit, pseudonyms, cursorKeys, env } = parts;
  const { maxBodyBytes, operationTimeoutMs } = parts;
  const logger = parts.logger.child({}, { formatters: { log: loggable } });
  const guard = new HttpGuard({ log: logger, bodyLimit: maxBodyBytes });
  const app = fastify({
    ...guard.server,
    frameworkErrors: answerBadAddress(name),
    requestIdHeader: false,
    // Its own, or the hub's where its token says so: an id that a caller chose could be another's.
    genReqId: () => randomUUID(),
  });
  app.addHook('onSend', async (request, reply) => {
    reply.header('x-request-id', request.id).header('cache-control', 'no-store');
  });
  guard.addTo(app);
  keepRawBodies(app);
  addErrorHandlers(app, name, logger);
  addHealthRoutes(app, name, dataSource);

  const limits = new PortLimits(parts.minuteLimits);
  const apollo = createApollo({ ...parts, logger }, limits);
  await apollo.start();
  app.addHook('onClose', async () => apollo.stop());
  const requestIdentities = requestIdentitiesAt(name, doors);
  const canceller = new StatementCanceller(dataSource);
  app.addHook('onClose', async () => canceller.close());
  const askings = new WeakMap<FastifyRequest, Asking>();
  const answer = fastifyApolloHandler(apollo, {
    context: async (request) => {
      const { requestIdentity, deadline } = askings.get(request)!;
      return {
        dataSource: dataSourceUntil(deadline, dataSource, canceller),
        deadline,
        logger: logger.child({ requestId: request.id }),
        requestId: request.id,
        // Of IPv6, a network of 64 bits is one address: whoever has one of it has them all.
        address: normalizeIP(request.ip),
        requestIdentity,
        audit,
        pseudonyms,
        cursorKeys,
        env,
      };
    },
  });
  const preHandler = async (request: FastifyRequest, reply: FastifyReply) => {
    await admit(request, reply, requestIdentities, limits);
    const requestIdentity = requestIdentities.of(request);
    askings.set(request, { requestIdentity, deadline: deadlineOf(request, reply, operationTimeoutMs) });
  };
  app.post(
    '/graphql',
    { preHandler },
    inTurn((request) => askings.get(request)!, answer),
  );
  logger.debug({ types: Object.keys(schema.getTypeMap()).length }, 'schema built');
  return app;
}

function createApollo(
  { name, schema, sdl, logger, doors }: ServerParts,
  limits: PortLimits,
): ApolloServer<SubgraphContext> {
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
    documentStore: parsedDocuments(),
    validationRules: [knownOperations],
    parseOptions: { maxTokens: HUB_MAX_TOKENS },
    validationOptions: { maxErrors: MAX_VALIDATION_ERRORS },
    plugins: [
      maskErrors(name),
      auditOperations(name),
      refuseIntrospection(doors.hub !== null),
      refuseUnstorableText(),
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
