import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { Turns } from '@hub/access';
import { knownOperations, parsedDocuments, refuseUnstorableText } from '@hub/http';
import { HUB_MAX_TOKENS, MAX_VALIDATION_ERRORS } from '@hub/limits';
import { addPlainApi, type GraphAnswer, type GraphDoor } from '@hub/movements-http';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import { normalizeIP } from '@fastify/rate-limit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { dataSourceUntil } from '../deadline/data-source-until';
import { deadlineOf } from '../deadline/deadline-of-request';
import type { StatementCanceller } from '../deadline/statement-canceller';
import { addImports, IMPORT_MS } from '../importing/add-imports';
import { admit } from '../limits/admit';
import { limitOperations } from '../limits/limit-operations';
import type { PortLimits } from '../limits/port-limits';
import type { SubgraphContext } from '../subgraph-context';
import { spanOf } from '../tracing/span-of-request';
import { tracedDataSource } from '../tracing/traced-data-source';
import { auditOperations } from './audit-operations';
import type { ServerParts } from './create-server';
import type { Endpoint } from './endpoint';
import { type Asking, inTurn } from './in-turn';
import { logOperations } from './log-operations';
import { maskErrors } from './mask-errors';
import { refuseIntrospection } from './refuse-introspection';

/** What the addresses of one port share. */
export interface Port extends Omit<ServerParts, 'schema' | 'sdl' | 'ownApi' | 'explored' | 'doors'> {
  logger: Logger;
  limits: PortLimits;
  turns: Turns;
  canceller: StatementCanceller;
}

/** Answers GraphQL at an address. */
export async function addEndpoint(app: FastifyInstance, endpoint: Endpoint, port: Port): Promise<void> {
  const { dataSource, facts, records, logger, limits, turns, canceller, audit, pseudonyms, cursorKeys, tracing, env } =
    port;
  const { requestIdentities } = endpoint;
  const apollo = createApollo(endpoint, port);
  await apollo.start();
  app.addHook('onClose', async () => apollo.stop());
  const askings = new WeakMap<FastifyRequest, Asking>();
  const contextOf = (request: FastifyRequest): SubgraphContext => {
    const { requestIdentity, deadline, span } = askings.get(request)!;
    const untilThen = dataSourceUntil(deadline, dataSource, canceller);
    return {
      dataSource: span ? tracedDataSource(span, untilThen) : untilThen,
      ...(facts && { facts }),
      ...(records && { records }),
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
  };
  const answer = fastifyApolloHandler(apollo, { context: async (request) => contextOf(request) });
  const takeIn = async (
    request: FastifyRequest,
    reply: FastifyReply,
    body = request.body,
    timeoutMs = port.operationTimeoutMs,
  ) => {
    await admit(request, reply, requestIdentities, limits, body);
    const requestIdentity = requestIdentities.of(request);
    const deadline = deadlineOf(request, reply, timeoutMs);
    askings.set(request, {
      requestIdentity,
      deadline,
      ip: request.ip,
      span: tracing && spanOf(tracing, request, reply, requestIdentity),
    });
  };
  app.post(endpoint.path, { preHandler: (request, reply) => takeIn(request, reply) }, (request, reply) =>
    inTurn(turns, askings.get(request)!, async () => answer.call(app, request, reply)),
  );
  for (const api of endpoint.plain ?? []) {
    addPlainApi(app, api, {
      admit: (request, reply, { operation: query }) => takeIn(request, reply, { query }),
      ask: (request, _reply, asked) =>
        inTurn(turns, askings.get(request)!, () => askApollo(apollo, asked, contextOf(request))),
      isKnown: (request) => requestIdentities.of(request).caller !== null,
    });
  }
  if (endpoint.importables?.length) {
    addImports(app, endpoint.importables, {
      subgraph: port.name,
      admit: (request, reply) => takeIn(request, reply, {}, IMPORT_MS),
      inTurn: (request, work) => inTurn(turns, askings.get(request)!, work),
      contextOf,
    });
  }
}

/** Asks as a request by GraphQL over HTTP does: the same plugins look at it. */
async function askApollo(
  apollo: ApolloServer<SubgraphContext>,
  { route, variables }: Parameters<GraphDoor['ask']>[2],
  contextValue: SubgraphContext,
): Promise<GraphAnswer> {
  const { body, http } = await apollo.executeOperation({ query: route.operation, variables }, { contextValue });
  if (body.kind !== 'single') throw new Error('A route asks for nothing that is answered in parts.');
  const { data, errors } = body.singleResult;
  return { status: http.status ?? 200, headers: http.headers, data, errors };
}

function createApollo(endpoint: Endpoint, { name, logger, limits }: Port): ApolloServer<SubgraphContext> {
  return new ApolloServer<SubgraphContext>({
    schema: endpoint.schema,
    logger,
    // Refused by a plugin, which knows who asks.
    introspection: true,
    includeStacktraceInErrorResponses: false,
    // run-subgraph decides when to stop.
    stopOnTerminationSignals: false,
    // Whoever calls sends whole operations.
    persistedQueries: false,
    documentStore: parsedDocuments(),
    validationRules: [knownOperations],
    parseOptions: { maxTokens: HUB_MAX_TOKENS },
    validationOptions: { maxErrors: MAX_VALIDATION_ERRORS },
    plugins: [
      maskErrors(name),
      auditOperations(name),
      refuseIntrospection(endpoint),
      refuseUnstorableText(),
      limitOperations(endpoint, limits),
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
