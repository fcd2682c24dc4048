import type { AddressInfo } from 'node:net';
import { keySource, loggable } from '@hub/access';
import { AuditLog, checkAudit, type RunSql } from '@hub/audit';
import { logLines } from '@hub/http';
import { startTracing } from '@hub/tracing';
import type { FastifyInstance } from 'fastify';
import { pino, stdTimeFunctions } from 'pino';
import type { DataSource } from 'typeorm';
import type { Background } from './background';
import { buildFederatedSchema } from './build-federated-schema';
import { type SubgraphConfig, readConfig } from './config';
import { readCursorKeys } from './cursors/read-cursor-keys';
import { createDataSource, migrateAndLoad } from './data-source';
import { withoutTimeLimit } from './deadline/without-time-limit';
import { databaseUnreachable } from './database-unreachable';
import { buildOwnApi } from './own-api/build-own-api';
import { OWN_API_PATH } from './own-api/own-api-path';
import { ownExploration } from './own-api/own-explorer';
import { readPseudonymKeys } from './pseudonym/pseudonym-keys';
import { pseudonymsUnder } from './pseudonym/pseudonyms';
import { KeptFacts } from './kept/kept-facts';
import { KeptRecords } from './kept/kept-records';
import { createServer } from './server/create-server';
import { describeError } from './server/describe-error';
import { warmUp } from './server/warm-up';
import type { SubgraphDefinition } from './subgraph-definition';

/** A subgraph that answers. */
export interface RunningSubgraph {
  /** Where the hub asks it, e.g. "http://127.0.0.1:4001/graphql". Health is at `/health/ready` of the same origin. */
  url: string;
  /** Where its own people and system ask it; null where it has no API of its own, or no issuer of their tokens. */
  ownUrl: string | null;
  /** Stops listening, finishes the requests and the work in flight, then closes the database connections. May be called twice. */
  close(): Promise<void>;
}

/**
 * Serves a subgraph: reads the configuration, builds the schema, brings the database up to date, listens.
 * @throws ConfigError when the environment cannot be used
 */
export async function serveSubgraph(
  definition: SubgraphDefinition,
  env: NodeJS.ProcessEnv = process.env,
): Promise<RunningSubgraph> {
  // Nothing here calls out, and nothing that a later version adds shall.
  process.env['APOLLO_TELEMETRY_DISABLED'] = '1';
  const config = readConfig(env);
  const format = {
    level: config.logLevel,
    base: { subgraph: definition.name },
    timestamp: stdTimeFunctions.isoTime,
    formatters: { level: (level: string) => ({ level }), log: loggable },
  };
  const logger = pino(format, logLines());
  // Before the database is touched: a schema that does not build shall not migrate anything.
  const { schema, sdl, isChildLevel } = await buildFederatedSchema(definition);
  const ownApi = await buildOwnApi(definition);
  const doors = {
    hub: config.hubJwks === null ? null : keySource(config.hubJwks),
    home: homeDoor(definition.name, config),
  };
  const isExplored = config.ownExplorer && ownApi && doors.home && definition.ownExamples;
  const explored = isExplored ? await ownExploration(definition.name, definition.ownExamples!) : null;
  const { otlpEndpoint: endpoint } = config;
  const tracing = endpoint === null ? undefined : startTracing({ service: definition.name, endpoint });
  const pseudonyms = config.pseudonymKeys === null ? null : pseudonymsUnder(readPseudonymKeys(config.pseudonymKeys));
  const { databasePoolSize: poolSize, operationTimeoutMs: statementMs } = config;
  const dataSource = createDataSource(definition, config.databaseUrl, { poolSize, statementMs, logger });
  const run: RunSql = (sql, parameters) => dataSource.query(sql, parameters);
  const audit = new AuditLog(run, definition.name);
  let app: FastifyInstance | undefined;
  let background: Background | undefined;
  let facts: KeptFacts | undefined;
  try {
    await connect(dataSource, config);
    // Before anything is served: access that cannot be recorded is refused, and better now than then.
    if (isChildLevel || ownApi?.isChildLevel) await checkAudit(run);
    await migrateAndLoad(dataSource, definition, { demo: config.demo });
    const cursorKeys = await readCursorKeys(dataSource);
    facts = new KeptFacts(dataSource, definition.database.facts ?? []);
    facts.start(logger);
    const kept = { dataSource, facts, records: new KeptRecords(dataSource), audit, pseudonyms, cursorKeys, tracing };
    const parts = { ...config, ...kept, name: definition.name, schema, sdl, ownApi, explored, logger, doors, env };
    if (definition.firstQuestion !== undefined) await warmUp(parts, definition.firstQuestion);
    app = await createServer(parts);
    await app.listen({ host: config.host, port: config.port });
    background = definition.background?.({ dataSource: withoutTimeLimit(dataSource), logger, env });
  } catch (error) {
    await app?.close();
    await facts?.stop();
    await tracing?.close();
    await disconnect(dataSource);
    throw error;
  }
  const origin = originOf(app, config.host);
  const url = `${origin}/graphql`;
  const ownUrl = ownApi && doors.home && `${origin}${OWN_API_PATH}`;
  if (ownApi && !doors.home) logger.warn('TOKEN_ISSUER is not set: it has no API of its own, and records nothing');
  if (doors.hub === null)
    logger.warn(
      'HUB_JWKS is not set: no gateway token can be verified, so only what is public is served, and the schema to all',
    );
  logger.info({ url, ...(ownUrl && { ownUrl }), demo: config.demo }, 'serving');

  let closing: Promise<void> | undefined;
  const close = async (server: FastifyInstance) => {
    await Promise.all([server.close(), background?.stop(), facts?.stop()]);
    await audit.close().catch((error: unknown) => logger.error({ error: describeError(error) }, 'counts not recorded'));
    await disconnect(dataSource);
    await tracing?.close();
    logger.info('stopped');
  };
  return { url, ownUrl, close: () => (closing ??= close(app)) };
}

/** The partnership's own people bring tokens of their own issuer, made for its subgraph and good nowhere else. */
function homeDoor(audience: string, { tokenIssuer, tokenJwks, tokenAlgorithms }: SubgraphConfig) {
  if (tokenIssuer === null || tokenJwks === null) return null;
  return { issuer: tokenIssuer, audience, keys: keySource(tokenJwks), algorithms: tokenAlgorithms };
}

async function connect(dataSource: DataSource, { databaseUrl }: SubgraphConfig): Promise<void> {
  try {
    await dataSource.initialize();
  } catch (error) {
    throw databaseUnreachable(databaseUrl, error);
  }
}

async function disconnect(dataSource: DataSource): Promise<void> {
  if (dataSource.isInitialized) {
    await dataSource.destroy();
  }
}

function originOf(app: FastifyInstance, host: string): string {
  const { port } = app.server.address() as AddressInfo;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
