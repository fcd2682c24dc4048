import type { RequestIdentity } from '@hub/access';
import { AUDIT_SQL, AuditLog } from '@hub/audit';
import {
  buildFederatedSchema,
  buildOwnApi,
  countStatements,
  createDataSource,
  Deadline,
  KeptFacts,
  KeptRecords,
  migrateAndLoad,
  pseudonymsUnder,
  readCursorKeys,
  recordAccess,
} from '@hub/subgraph-kit';
import type { Importable, StatementCount, SubgraphContext, SubgraphDefinition } from '@hub/subgraph-kit';
import { graphql, type ExecutionResult, type GraphQLSchema } from 'graphql';
import { pino } from 'pino';
import type { DataSource } from 'typeorm';
import { everyRequestIdentity } from './request-identities';
import { createTestDatabase, runSql } from './test-database';

/** A subgraph on a database of its own, without HTTP: to see what it answers and with which SQL. */
export interface OpenSubgraph {
  schema: GraphQLSchema;
  /** The schema of what it records by: a partnership's own API, or the subgraph's. */
  recordingSchema: GraphQLSchema;
  /** What of its own API is taken as files. */
  importables: readonly Importable[];
  dataSource: DataSource;
  statements: StatementCount;
  /**
   * Runs one request with a context of its own, and records its access as the server does. What a partnership records is asked
   * of its own API, as all that is not the hub's to do.
   *
   * @param env - the environment that the subgraph was started with. @default {}
   */
  ask: AskSubgraph;
  /** The same at its own API, whatever is asked. */
  askOwn: AskSubgraph;
  /** Brings the database up to date again, as a later start does. */
  reload(demo: boolean): Promise<void>;
  close(): Promise<void>;
}

type AskSubgraph = (
  query: string,
  variables?: Record<string, unknown>,
  requestIdentity?: RequestIdentity,
  env?: NodeJS.ProcessEnv,
) => Promise<ExecutionResult>;

/** Of tests alone. */
const pseudonyms = pseudonymsUnder({ CROSS_BOUNDARY_MOVEMENT: [{ version: 1, secret: Buffer.alloc(32, 'test') }] });

/** What a test may want different. */
export interface OpenSubgraphOptions {
  /** @default true */
  demo?: boolean;
  /** Who asks, where `ask` is not told. @default who may ask for everything */
  requestIdentity?: RequestIdentity;
}

/** Opens a subgraph on a new database, migrated and loaded. */
export async function openSubgraph(
  definition: SubgraphDefinition,
  { demo = true, requestIdentity: usual = everyRequestIdentity(definition.name) }: OpenSubgraphOptions = {},
): Promise<OpenSubgraph> {
  const { schema, isChildLevel } = await buildFederatedSchema(definition);
  const ownApi = await buildOwnApi(definition);
  const database = await createTestDatabase();
  if (isChildLevel) await runSql(database.url, AUDIT_SQL);
  const dataSource = createDataSource(definition, database.url);
  await migrateAndLoad(dataSource, definition, { demo });
  const cursorKeys = await readCursorKeys(dataSource);
  const logger = pino({ level: 'silent' });
  // Nothing is kept, so that statements can be counted; but rows are as they are when they are shared.
  const facts = new KeptFacts(dataSource, definition.database.facts ?? []);
  const records = new KeptRecords(dataSource, 0);
  const audit = new AuditLog((sql, parameters) => dataSource.query(sql, parameters), definition.name);
  const asking =
    (asked: GraphQLSchema): AskSubgraph =>
    async (source, variableValues = {}, requestIdentity = usual, env = {}) => {
      const { requestId } = requestIdentity;
      const deadline = new Deadline(Infinity);
      const own = { requestId, address: '127.0.0.1', requestIdentity, deadline, env };
      const contextValue: SubgraphContext = {
        dataSource,
        facts,
        records,
        logger,
        audit,
        pseudonyms,
        cursorKeys,
        ...own,
      };
      const result = await graphql({ schema: asked, source, variableValues, contextValue });
      await recordAccess(contextValue, { subgraph: definition.name, operation: null, source, ...result });
      return result;
    };
  const recordingSchema = ownApi?.schema ?? schema;
  const [ask, askOwn] = [asking(schema), asking(recordingSchema)];
  return {
    schema,
    recordingSchema,
    importables: ownApi?.importables ?? [],
    dataSource,
    statements: countStatements(dataSource),
    ask: (source, ...more) => (/^\s*mutation\b/.test(source) ? askOwn : ask)(source, ...more),
    askOwn,
    reload: (wanted) => migrateAndLoad(dataSource, definition, { demo: wanted }),
    async close() {
      await dataSource.destroy();
      await database.drop();
    },
  };
}
