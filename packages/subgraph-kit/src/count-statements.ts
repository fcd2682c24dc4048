import type { DataSource, Logger } from 'typeorm';

/** The SQL statements that a data source has sent since counting began, or since the last `reset`. */
export interface StatementCount {
  /** How many, including BEGIN and COMMIT of transactions. */
  count(): number;
  /** Their text, oldest first. Parameters are not kept. */
  readonly statements: string[];
  /** Starts again from none. */
  reset(): void;
}

/** Counts the statements of a data source from now on, so that a test can hold a query to its number of statements. */
export function countStatements(dataSource: DataSource): StatementCount {
  const statements: string[] = [];
  const inner = dataSource.logger;
  const counting: Logger = {
    logQuery(query, parameters, queryRunner) {
      statements.push(query);
      inner.logQuery(query, parameters, queryRunner);
    },
    logQueryError: (...details) => inner.logQueryError(...details),
    logQuerySlow: (...details) => inner.logQuerySlow(...details),
    logSchemaBuild: (...details) => inner.logSchemaBuild(...details),
    logMigration: (...details) => inner.logMigration(...details),
    log: (...details) => inner.log(...details),
  };
  // TypeORM tells its logger of every statement, whatever is set to be printed, and looks the logger up each time.
  dataSource.logger = counting;
  return {
    count: () => statements.length,
    statements,
    reset: () => {
      statements.length = 0;
    },
  };
}
