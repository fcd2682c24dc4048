import { SCOPES, type Passport } from '@hub/access';
import { buildFederatedSchema, countStatements, createDataSource, migrateAndLoad } from '@hub/subgraph-kit';
import type { StatementCount, SubgraphDefinition } from '@hub/subgraph-kit';
import { graphql, type ExecutionResult } from 'graphql';
import { pino } from 'pino';
import type { DataSource } from 'typeorm';
import { createTestDatabase } from './test-database';

/** May do all that a test of resolvers needs. */
const EVERYTHING: Passport = {
  caller: {
    person: 'test',
    role: 'london-coordinator',
    organisation: 'test',
    partnership: null,
    scopes: new Set(Object.keys(SCOPES)),
  },
  declared: null,
  requestId: 'test',
  alert: null,
  isHub: true,
};

/** A subgraph on a database of its own, without HTTP: to see what it answers and with which SQL. */
export interface OpenSubgraph {
  dataSource: DataSource;
  statements: StatementCount;
  /**
   * Runs one request with a context of its own.
   *
   * @param passport - who asks. By default somebody who may do everything.
   */
  ask(query: string, variables?: Record<string, unknown>, passport?: Passport): Promise<ExecutionResult>;
  /** Brings the database up to date again, as a later start does. */
  reload(demo: boolean): Promise<void>;
  close(): Promise<void>;
}

/** Opens a subgraph on a new database, migrated and loaded. */
export async function openSubgraph(definition: SubgraphDefinition, { demo = true } = {}): Promise<OpenSubgraph> {
  const { schema } = await buildFederatedSchema(definition);
  const database = await createTestDatabase();
  const dataSource = createDataSource(definition, database.url);
  await migrateAndLoad(dataSource, definition, { demo });
  const logger = pino({ level: 'silent' });
  return {
    dataSource,
    statements: countStatements(dataSource),
    ask: (source, variableValues, passport = EVERYTHING) =>
      graphql({
        schema,
        source,
        variableValues: variableValues ?? {},
        contextValue: { dataSource, logger, requestId: 'test', passport },
      }),
    reload: (wanted) => migrateAndLoad(dataSource, definition, { demo: wanted }),
    async close() {
      await dataSource.destroy();
      await database.drop();
    },
  };
}
