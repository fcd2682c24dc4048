import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import { readSigningKeys } from '@hub/access';
import { addExplorer, exampleProblems, readExamples } from '@hub/explorer';
import { HttpGuard } from '@hub/http';
import { ANONYMOUS_PARTS, CallerAllowance, minuteLimits } from '@hub/limits';
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
import { addFeed } from './feed/feed-route';
import { MovementListener } from './feed/movement-listener';
import { OpenFeeds } from './feed/open-feeds';
import { addGraphql } from './http/graphql-route';
import { addHealth } from './http/health';
import { addHttpErrors, answerBadAddress } from './http/http-errors';
import { addPossibleTypes } from './http/possible-types-route';
import { addDevelopmentRoles } from './identity/development-roles';
import { addGatewayKeys } from './identity/gateway-keys-route';
import { withKeysPublished } from './identity/keys-at-start';
import { tokenRules } from './identity/token-rules';
import { OperationLimits } from './limits/operation-limits';
import { loadSupergraph } from './supergraph/load-supergraph';
import { authorise } from './purpose/authorise';
import { addSecurityHeaders } from './http/security-headers';
import { SubgraphClient } from './subgraphs/subgraph-client';
import { PlanningTurns } from './supergraph/planning-turns';
import { ServedSupergraph } from './supergraph/served-supergraph';

const OPERATIONS_FOLDER = join(__dirname, '..', 'operations');

/** A gateway that is listening. */
export interface RunningGateway {
  /** Where it listens, such as `http://127.0.0.1:4000`. */
  url: string;
  /** Answers what is under way, then stops listening and drops its connections to subgraphs. */
  stop(): Promise<void>;
}

/**
 * Loads the supergraph and listens.
 *
 * @throws when a subgraph's schema cannot be had, when they do not compose, or when the port is
 * taken. Nothing is left open then.
 */
export async function startGateway(config: GatewayConfig, logger: Logger): Promise<RunningGateway> {
  const log = boundedLog(logger);
  const gatewayKeys = config.GATEWAY_KEYS ? await readSigningKeys(config.GATEWAY_KEYS) : undefined;
  if (!gatewayKeys) log.warn('GATEWAY_KEYS is not set: subgraphs do not learn who asks, and answer what is public.');
  const { supergraphSdl, hints, apiSchema } = await withKeysPublished(config, gatewayKeys, log, () =>
    loadSupergraph(config, log, gatewayKeys),
  );
  for (const hint of hints) log.debug({ hint }, 'Composition has a hint.');

  const examples = await readExamples(OPERATIONS_FOLDER);
  const seenByClients = apiSchema();
  const runnable = examples.filter((example) => {
    const problems = exampleProblems(example, seenByClients);
    if (problems.length) log.warn({ example: example.name, problems }, 'An example does not run.');
    return problems.length === 0;
  });

  const { DATABASE_URL, BREAK_GLASS_MINUTES } = config;
  const audit = DATABASE_URL ? new AccessAudit(DATABASE_URL, BREAK_GLASS_MINUTES, log) : undefined;
  if (!audit) log.warn('DATABASE_URL is not set: no access can be recorded, so child-level data is refused.');

  const clients = new Map(
    config.SUBGRAPHS.map(({ name, urls }) => {
      return [name, new SubgraphClient({ name, urls, timeoutMs: config.SUBGRAPH_TIMEOUT_MS, gatewayKeys, log })];
    }),
  );
  const app = createApp(config, log);
  const points = new CallerAllowance(
    config.COST_LIMIT_PER_MINUTE ?? minuteLimits(clients.size).cost,
    ANONYMOUS_PARTS.cost,
  );
  const served = new ServedSupergraph(supergraphSdl, { clients, planMs: config.QUESTION_TIMEOUT_MS, log });
  const runner = new OperationRunner(served, new PlanningTurns(points), log, ({ childLevel }, { context }) =>
    authorise(childLevel, context, audit),
  );
  const checks = [isStorable, coverageIsKnown, new OperationLimits(served.meter, points).take];
  const record = recordAccess(audit);
  const plugins = [fastifyApolloDrainPlugin(app), checkOperations(checks), auditPlugin(record)];
  const apollo = createApolloServer(runner, log, plugins);
  const direct = new DirectAnswers(runner, checks, record, log);
  const feeds = new OpenFeeds();
  let listener: MovementListener | undefined;
  // Before the server waits for what is under way, which a feed always is.
  app.addHook('preClose', async () => feeds.close());
  const stop = async () => {
    try {
      // Closes the app too, by the drain plugin, after the last answer; where it was not started it throws.
      await apollo.stop();
    } finally {
      await app.close();
      await listener?.close();
      await Promise.all([served, ...clients.values()].map((one) => one.close()));
      await audit?.close();
    }
  };

  try {
    await Promise.all([served.start(), audit?.start(config.START_TIMEOUT_MS)]);
    await apollo.start();
    if (DATABASE_URL) listener = new MovementListener(DATABASE_URL, feeds, log);
    await addFrontDoor(app, tokenRules(config), config, (door) => {
      addGraphql(door, { direct, apollo, points, questionMs: config.QUESTION_TIMEOUT_MS });
      addFeed(door, feeds, audit);
      addPossibleTypes(door, (caller) => served.access.visibleTo(caller));
    });
    addHealth(app, clients, supergraphSdl);
    await addPages(app, config, async (pages) => {
      if (gatewayKeys) addGatewayKeys(pages, gatewayKeys);
      await addDevelopmentRoles(pages, config);
      await addExplorer(pages, { title: 'London SCP hub', path: '/graphql', examples });
    });
    const url = await app.listen({ host: config.HOST, port: config.PORT });
    void prepareExamples(served, runnable, log);
    return { url, stop };
  } catch (error) {
    await stop().catch(() => undefined);
    throw error;
  }
}

function createApp({ MAX_BODY_BYTES, TRUST_PROXY }: GatewayConfig, log: Logger): FastifyInstance {
  const guard = new HttpGuard({ log, bodyLimit: MAX_BODY_BYTES, proxies: TRUST_PROXY });
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
