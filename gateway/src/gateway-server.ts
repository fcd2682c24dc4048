import { randomUUID } from 'node:crypto';
import type { LookupFunction } from 'node:net';
import { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import { readSigningKeys } from '@hub/access';
import { addExplorer, readExamples } from '@hub/explorer';
import { HttpGuard, lookupWithin } from '@hub/http';
import { ANONYMOUS_PARTS, CallerAllowance, minuteLimits } from '@hub/limits';
import { addPlainApi, HUB_MOVEMENTS, servedApi } from '@hub/movements-http';
import { readContract, type AssembledSdl, type PublishedSupergraph, type SubgraphCandidate } from '@hub/registry';
import { startTracing } from '@hub/tracing';
import fastify, { LogController, type FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { createApolloServer } from './operation/apollo-server';
import { DirectAnswers } from './operation/direct-answers';
import { checkOperations, isStorable } from './operation/operation-checks';
import { OperationRunner } from './operation/operation-runner';
import { prepareExamples } from './operation/prepare-examples';
import { AccessAudit } from './audit/access-audit';
import { auditPlugin, recordAccess } from './audit/audit-plugin';
import { coverageIsKnown } from './partial-answers/required-coverage';
import { boundedLog } from './bounded-log';
import { clientRequestId } from './http/client-request-id';
import type { GatewayConfig } from './config';
import { addFrontDoor, addPages } from './edge/front-door';
import { QuestionTurns } from './edge/question-turns';
import { Questions } from './edge/questions';
import { addExplain } from './explain/explain-route';
import { runsQuestionsAlone } from './explain/runs-questions-alone';
import { addFeed } from './feed/feed-route';
import { movementsFor } from './feed/movements-for';
import { OpenFeeds } from './feed/open-feeds';
import { addGraphql } from './http/graphql-route';
import { addHealth } from './http/health';
import { addHttpErrors, answerBadAddress } from './http/http-errors';
import { addPossibleTypes } from './http/possible-types-route';
import { addDevelopmentRoles } from './identity/development-roles';
import { addGatewayKeys } from './identity/gateway-keys-route';
import { withKeysPublished } from './identity/keys-at-start';
import { tokenRules } from './identity/token-rules';
import { addWebhookKeys } from './identity/webhook-keys-route';
import { ChannelListener } from './listening/channel-listener';
import { OperationLimits } from './limits/operation-limits';
import { gatewayMetrics } from './metrics/gateway-metrics';
import { serveMetrics, type ServedMetrics } from './metrics/serve-metrics';
import { plainDoor } from './plain/plain-door';
import { AskedOwnSubgraphs } from './registry/ask-own-subgraphs';
import { FollowedRegistry } from './registry/follow-registry';
import { assembledOf, loadFirst } from './registry/load-newest';
import { openRegistry } from './registry/open-registry';
import { ReadyAhead } from './registry/ready-ahead';
import { addRegistry } from './registry/registry-routes';
import { RoutedClients } from './registry/routed-clients';
import { OPERATIONS_FOLDER } from './saved/operations-folder';
import { countUsage, OperationUsage } from './saved/operation-usage';
import { putDocument } from './saved/put-document';
import { runnableExamples } from './saved/runnable-examples';
import { savedOperation, type SavedOperation } from './saved/saved-operation';
import { SavedOperations } from './saved/saved-operations';
import { addSaved } from './saved/saved-route';
import { addTables } from './table/table-route';
import { FollowedSubgraphs } from './supergraph/follow-subgraphs';
import { loadSupergraph } from './supergraph/load-supergraph';
import { authorise } from './purpose/authorise';
import { addSecurityHeaders } from './http/security-headers';
import { SubgraphClient } from './subgraphs/subgraph-client';
import { PlanningTurns } from './supergraph/planning-turns';
import { ServedSupergraph } from './supergraph/served-supergraph';
import { SubgraphSchemas } from './supergraph/subgraph-schemas';
import { SupergraphInUse } from './supergraph/supergraph-in-use';
import { OperationTraces } from './tracing/operation-traces';

/** A gateway that is listening. */
export interface RunningGateway {
  /** Where it listens, such as `http://127.0.0.1:4000`. */
  url: string;
  /** Where its metrics are; null where they are not served. */
  metricsUrl: string | null;
  /** Answers what is under way, then stops listening and drops its connections to subgraphs. */
  stop(): Promise<void>;
}

/**
 * Loads the supergraph and listens.
 *
 * @param operationsFolder - of the saved operations.
 * @throws when a subgraph's schema cannot be had, when they do not compose, or when the port is
 * taken. Nothing is left open then.
 */
export async function startGateway(
  config: GatewayConfig,
  logger: Logger,
  operationsFolder = OPERATIONS_FOLDER,
): Promise<RunningGateway> {
  const log = boundedLog(logger);
  const gatewayKeys = config.GATEWAY_KEYS ? await readSigningKeys(config.GATEWAY_KEYS) : undefined;
  if (!gatewayKeys) log.warn('GATEWAY_KEYS is not set: subgraphs do not learn who asks, and answer what is public.');
  const schemas = new SubgraphSchemas(config, log, gatewayKeys);
  const contract = config.CONTRACT === null ? null : readContract(config.CONTRACT);
  const load = (candidates: readonly SubgraphCandidate[]) => loadSupergraph(candidates, schemas, contract, log);
  const examples = await readExamples(operationsFolder);
  const opened = openRegistry(config, contract, examples, log);

  const { QUESTION_TIMEOUT_MS: operationMs, SUBGRAPH_TIMEOUT_MS: timeoutMs } = config;
  const clientOf = (name: string, urls: string[], lookup?: LookupFunction) =>
    new SubgraphClient({ name, urls, timeoutMs, gatewayKeys, log, lookup });
  const own = new Map(config.SUBGRAPHS.map(({ name, urls }) => [name, clientOf(name, urls)]));
  const routed = new RoutedClients(own, (name, url) => clientOf(name, [url], lookupWithin([])), operationMs);
  const clients = routed.current;
  const serve = ({ supergraphSdl, subgraphs }: AssembledSdl, clients: ReadonlyMap<string, SubgraphClient>) =>
    new ServedSupergraph(supergraphSdl, subgraphs, { clients, planMs: operationMs, log });
  const servePublished = (published: PublishedSupergraph) =>
    serve(assembledOf(published), routed.of(published.subgraphs));
  const { first, number } = await withKeysPublished(config, gatewayKeys, log, async () => {
    const asked = await schemas.atStart();
    if (!opened) return { first: serve(await load(asked), clients), number: 0 };
    const { published, loaded } = await loadFirst(opened, asked, servePublished, log);
    routed.switchTo(published.subgraphs);
    return { first: loaded, number: published.number };
  });
  const inUse = new SupergraphInUse(first, operationMs);

  const runnable = runnableExamples(examples, first.schema, log);

  const movements = servedApi(HUB_MOVEMENTS, first.schema);
  const { leftOut } = movements;
  if (leftOut.length > 0)
    log.warn({ leftOut }, 'Of the plain API some is not served: the graph has no such operations.');

  const { DATABASE_URL, BREAK_GLASS_MINUTES } = config;
  const audit = DATABASE_URL ? new AccessAudit(DATABASE_URL, BREAK_GLASS_MINUTES, log) : undefined;
  if (!audit) log.warn('DATABASE_URL is not set: no access can be recorded, so child-level data is refused.');

  const { MAX_BODY_BYTES, TRUST_PROXY } = config;
  const guard = new HttpGuard({ log, bodyLimit: MAX_BODY_BYTES, proxies: TRUST_PROXY });
  const app = createApp(config, guard, log);
  const points = new CallerAllowance(
    config.COST_LIMIT_PER_MINUTE ?? minuteLimits(clients.size).cost,
    ANONYMOUS_PARTS.cost,
  );
  const runner = new OperationRunner(inUse, new PlanningTurns(points), log, ({ childLevel }, { context }) =>
    authorise(childLevel, context, audit),
  );
  const checks = [isStorable, coverageIsKnown, runsQuestionsAlone, new OperationLimits(inUse, points).take];
  const record = recordAccess(audit);
  const plugins = [fastifyApolloDrainPlugin(app), checkOperations(checks), auditPlugin(record)];
  const apollo = createApolloServer(runner, log, plugins);
  const direct = new DirectAnswers(runner, checks, record, log);
  const saved = new SavedOperations(runnable.map(savedOperation));
  const savedOn = new WeakMap<ServedSupergraph, SavedOperation[]>();
  const prepare = async (next: ServedSupergraph) => {
    await next.start();
    const runs = runnableExamples(examples, next.schema, log);
    const renewed = runs.map(savedOperation);
    await prepareExamples(next, runs, new SavedOperations(renewed), log);
    savedOn.set(next, renewed);
    return next;
  };
  inUse.onSwitch((served) => saved.renew(savedOn.get(served)!));
  const { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_TRACES_SAMPLER_ARG: share } = config;
  const tracing = endpoint === undefined ? undefined : startTracing({ service: 'gateway', endpoint });
  const traces = tracing && new OperationTraces(tracing, share, saved);
  const turns = new QuestionTurns();
  const questions = new Questions(turns, operationMs, traces);
  const usage = new OperationUsage();
  const feeds = new OpenFeeds();
  let metrics: ServedMetrics | undefined;
  let listener: ChannelListener | undefined;
  const following: { stop(): Promise<void> }[] = [];
  // Before the server waits for what is under way, which a feed always is.
  app.addHook('preClose', async () => feeds.close());
  const stop = async () => {
    try {
      // Closes the app too, by the drain plugin, after the last answer; where it was not started it throws.
      await apollo.stop();
    } finally {
      await app.close();
      await metrics?.close();
      await listener?.close();
      await Promise.all(following.map((one) => one.stop()));
      await Promise.all([inUse, routed].map((one) => one.close()));
      await opened?.close();
      await audit?.close();
      await tracing?.close();
    }
  };

  try {
    await Promise.all([first.start(), audit?.start(config.START_TIMEOUT_MS)]);
    await apollo.start();
    traces?.addTo(app);
    if (config.METRICS_PORT !== undefined) {
      const watched = { app, guard, clients, runner, turns, feeds, saved, usage };
      metrics = await serveMetrics(gatewayMetrics(watched), config, log);
    }
    if (DATABASE_URL) listener = new ChannelListener(movementsFor(feeds, DATABASE_URL, log), log);
    await addFrontDoor(app, tokenRules(config), config, (door) => {
      const isAlone = config.SAVED_OPERATIONS_ONLY;
      const put = putDocument(saved, isAlone);
      const answer = addGraphql(door, { direct, apollo, points, questions, putDocument: put });
      addExplain(door, { answer, points, putDocument: put });
      addSaved(door, { saved, direct, questions, points });
      addTables(door, { saved, direct, questions, points, inUse });
      countUsage(door, saved, usage);
      addFeed(door, feeds, audit);
      addPlainApi(door, movements, plainDoor({ direct, questions, points }));
      if (!isAlone) addPossibleTypes(door, (caller) => inUse.current.access.visibleTo(caller));
    });
    addHealth(app, clients, inUse);
    await addPages(app, config, async (pages) => {
      if (gatewayKeys) addGatewayKeys(pages, gatewayKeys);
      if (config.WEBHOOK_JWKS) await addWebhookKeys(pages, config.WEBHOOK_JWKS);
      await addDevelopmentRoles(pages, config);
      if (opened) await addRegistry(pages, opened);
      await addExplorer(pages, { title: 'London SCP hub', path: '/graphql', examples, tablesPath: '/operations' });
    });
    const url = await app.listen({ host: config.HOST, port: config.PORT });
    void prepareExamples(first, runnable, saved, log);
    if (opened) {
      const ahead = new ReadyAhead((published) => prepare(servePublished(published)), log);
      opened.registry.onComing = (coming) => ahead.begin(coming);
      following.push(
        new FollowedRegistry({ opened, number, inUse, routed, prepare: (one) => ahead.take(one), log }),
        new AskedOwnSubgraphs(opened.registry, schemas, inUse, log),
        { stop: () => ahead.close() },
      );
    } else {
      const prepared = (made: AssembledSdl) => prepare(serve(made, clients));
      following.push(new FollowedSubgraphs({ inUse, schemas, load, prepare: prepared, log }));
    }
    return { url, metricsUrl: metrics?.url ?? null, stop };
  } catch (error) {
    await stop().catch(() => undefined);
    throw error;
  }
}

function createApp({ MAX_BODY_BYTES, TRUST_PROXY }: GatewayConfig, guard: HttpGuard, log: Logger): FastifyInstance {
  const app = fastify({
    ...guard.server,
    loggerInstance: log,
    trustProxy: TRUST_PROXY ?? false,
    frameworkErrors: answerBadAddress,
    // Fastify's own lines hold whole addresses, and with GET an address holds a query.
    logController: new LogController({
      disableRequestLogging: true,
      requestIdLogLabel: 'requestId',
    }),
    // Never a client's: the record of access finds an operation by it.
    genReqId: () => randomUUID(),
  }) as unknown as FastifyInstance;
  app.addHook('onResponse', async (request, reply) => {
    const { method, routeOptions, log, headers } = request;
    const ms = Math.round(reply.elapsedTime);
    const line = { method, route: routeOptions.url, status: reply.statusCode, ms, ...clientRequestId(headers) };
    log.info(line, 'Answered.');
  });
  addSecurityHeaders(app);
  addHttpErrors(app, MAX_BODY_BYTES);
  guard.addTo(app);
  return app;
}
