/** Runs one statement and answers its rows: `dataSource.query` of TypeORM, or a few lines around `pg`. */
export type RunSql = (sql: string, parameters?: unknown[]) => Promise<Record<string, unknown>[]>;
