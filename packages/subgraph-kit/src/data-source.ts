import 'reflect-metadata';
import type { ClientBase } from 'pg';
import type { Logger } from 'pino';
import { DataSource, MigrationExecutor, type QueryRunner } from 'typeorm';
import { CursorKey1764371000000 } from './cursors/cursor-key-migration';
import { FactsChanged1764420000000 } from './kept/facts-changed-migration';
import { RecordWrites1765200000000 } from './kept/record-writes-migration';
import { watchFacts } from './kept/watch-facts';
import { watchRecords } from './kept/watch-records';
import { Imports1765000001000 } from './importing/import-migration';
import { RecordChanges1764400000000 } from './recording/record-change-migration';
import { recordChangeSchema } from './recording/record-change-row';
import { ReferenceKey1764400000001 } from './recording/reference-key-migration';
import type { SubgraphDefinition } from './subgraph-definition';
import { TypeormLogger } from './typeorm-logger';

/** How a subgraph connects to its database. */
export interface DataSourceOptions {
  /**
   * Most connections open at once.
   * @default 10
   */
  poolSize?: number;
  /**
   * How long one statement may take, and a transaction may be idle, in milliseconds. Migrations and loading may take longer.
   * @default no limit
   */
  statementMs?: number;
  /** Told of migrations, slow statements and lost connections; never of statements. */
  logger?: Logger;
}

const connectTimeoutMs = 10_000;
const slowStatementMs = 1_000;

/** Makes the data source of a subgraph's PostgreSQL database, not yet connected. */
export function createDataSource(
  definition: Pick<SubgraphDefinition, 'name' | 'database'>,
  databaseUrl: string,
  { poolSize = 10, statementMs = 0, logger }: DataSourceOptions = {},
): DataSource {
  return new DataSource({
    type: 'postgres',
    url: databaseUrl,
    applicationName: `hub-${definition.name}`,
    entities: [...definition.database.entities, recordChangeSchema],
    migrations: [
      ...definition.database.migrations,
      CursorKey1764371000000,
      FactsChanged1764420000000,
      RecordChanges1764400000000,
      Imports1765000001000,
      RecordWrites1765200000000,
      ReferenceKey1764400000001,
    ],
    synchronize: false,
    poolSize,
    connectTimeoutMS: connectTimeoutMs,
    maxQueryExecutionTime: slowStatementMs,
    // A process that hangs inside a transaction holds its locks no longer than that. Said by a statement, since a pooler
    // refuses connections that ask for it when they are made.
    extra: {
      onConnect: (client: ClientBase) =>
        client.query(
          `SET statement_timeout = ${statementMs}; SET idle_in_transaction_session_timeout = ${statementMs}`,
        ),
    },
    logger: new TypeormLogger(logger),
    // A subgraph's login role may not create extensions, and gen_random_uuid() needs none.
    installExtensions: false,
    uuidExtension: 'pgcrypto',
  });
}

/**
 * Brings the database up to date: connects if need be, runs the migrations that are missing (each in a transaction of
 * its own), then `load` in one transaction. An advisory lock makes a second process of the same subgraph wait its turn.
 */
export async function migrateAndLoad(
  dataSource: DataSource,
  definition: Pick<SubgraphDefinition, 'name' | 'load'> & { database?: Partial<SubgraphDefinition['database']> },
  { demo }: { demo: boolean },
): Promise<void> {
  if (!dataSource.isInitialized) {
    await dataSource.initialize();
  }
  // One connection for the lock and the work, so that a pool of one cannot wait for itself.
  const queryRunner = dataSource.createQueryRunner();
  try {
    // Waiting for another process of the subgraph takes long, and so may a migration.
    const limits = (await queryRunner.query(
      `SELECT current_setting('statement_timeout') AS statement, current_setting('idle_in_transaction_session_timeout') AS idle`,
    )) as [{ statement: string; idle: string }];
    await queryRunner.query('SET statement_timeout = 0; SET idle_in_transaction_session_timeout = 0');
    await withLock(queryRunner, `hub:${definition.name}`, async () => {
      const migrations = new MigrationExecutor(dataSource, queryRunner);
      migrations.transaction = 'each';
      const { length: changes } = await migrations.executePendingMigrations();
      await queryRunner.manager.transaction(async (manager) => {
        await watchFacts(manager, definition.database?.facts ?? []);
        await watchRecords(manager, { isMigrated: changes > 0 });
        await definition.load?.(manager, { demo });
      });
    });
    await queryRunner.query(
      `SELECT set_config('statement_timeout', $1, false), set_config('idle_in_transaction_session_timeout', $2, false)`,
      [limits[0].statement, limits[0].idle],
    );
  } finally {
    await queryRunner.release();
  }
}

async function withLock(queryRunner: QueryRunner, lock: string, work: () => Promise<void>): Promise<void> {
  await queryRunner.query('SELECT pg_advisory_lock(hashtextextended($1, 0))', [lock]);
  try {
    await work();
  } finally {
    // If the connection is gone its lock is gone too, and the error of the work is the one to hear about.
    await queryRunner.query('SELECT pg_advisory_unlock(hashtextextended($1, 0))', [lock]).catch(() => undefined);
  }
}
