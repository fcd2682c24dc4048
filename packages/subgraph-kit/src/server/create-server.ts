import { randomUUID } from 'node:crypto';
import { loggable } from '@hub/access';
import type { AuditLog } from '@hub/audit';
import type { ExploredApi } from '@hub/explorer';
import { HttpGuard } from '@hub/http';
import type { MinuteLimits } from '@hub/limits';
import type { Tracing } from '@hub/tracing';
import { type FastifyInstance, fastify } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import type { CursorKeys } from '../cursors/cursor-signature';
import { StatementCanceller } from '../deadline/statement-canceller';
import { PortLimits } from '../limits/port-limits';
import type { KeptFacts } from '../kept/kept-facts';
import type { KeptRecords } from '../kept/kept-records';
import type { OwnApi } from '../own-api/build-own-api';
import { addOwnExplorer } from '../own-api/own-explorer';
import type { Pseudonyms } from '../pseudonym/pseudonyms';
import { addEndpoint } from './add-endpoint';
import { endpointsOf } from './endpoint';
import { addErrorHandlers, answerBadAddress } from './error-handlers';
import { addHealthRoutes } from './health-routes';
import { turnsOfPort } from './in-turn';
import { keepRawBodies } from './raw-body';
import type { Doors } from './request-identities';

/** What a server is made of. */
export interface ServerParts {
  /** Name of the subgraph. */
  name: string;
  schema: GraphQLSchema;
  /** What it publishes, with what its fields cost. */
  sdl: string;
  /** What its own people and system ask, where it has such an API. */
  ownApi: OwnApi | null;
  /** What an explorer of that shows; null where none is served. */
  explored: ExploredApi | null;
  dataSource: DataSource;
  /** @default none: all facts are read from the database */
  facts?: KeptFacts;
  /** @default none: all records are read from the database */
  records?: KeptRecords;
  logger: Logger;
  doors: Doors;
  audit: AuditLog;
  pseudonyms: Pseudonyms | null;
  cursorKeys: CursorKeys;
  /** @default none: nothing is traced */
  tracing?: Tracing | undefined;
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
  const { name, schema, dataSource, maxBodyBytes } = parts;
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

  const canceller = new StatementCanceller(dataSource);
  app.addHook('onClose', async () => canceller.close());
  // Of the port: whoever asks at both of its addresses has one share.
  const shared = { limits: new PortLimits(parts.minuteLimits), turns: turnsOfPort(), canceller };
  for (const endpoint of endpointsOf(parts)) await addEndpoint(app, endpoint, { ...parts, logger, ...shared });
  if (parts.explored) await addOwnExplorer(app, parts.explored);
  logger.debug({ types: Object.keys(schema.getTypeMap()).length }, 'schema built');
  return app;
}
