import { QueryFailedError, type DataSource, type QueryRunner } from 'typeorm';
import type { Deadline } from './deadline';
import type { StatementCanceller } from './statement-canceller';
import { withRunners } from './with-runners';

/**
 * The data source of one operation: once the deadline is over it begins no statement, and the one that runs is cancelled.
 * A transaction that has not got to its COMMIT by then is rolled back; a COMMIT is let be.
 */
export function dataSourceUntil(deadline: Deadline, dataSource: DataSource, canceller: StatementCanceller): DataSource {
  return withRunners(dataSource, (runner) => {
    const query = runner.query.bind(runner) as QueryRunner['query'];
    const run = async (...statement: Parameters<QueryRunner['query']>) => {
      const [sql] = statement;
      if (sql.startsWith('ROLLBACK')) return query(...statement);
      // Waiting for a connection takes time too.
      const { processID } = (await runner.connect()) as { processID: number };
      if (sql === 'START TRANSACTION') deadline.checkBeginning();
      else deadline.check();
      if (sql === 'COMMIT') {
        const result = await query(...statement);
        deadline.committed();
        return result;
      }
      let cancelling: Promise<void> | undefined;
      const forget = deadline.onOver(() => (cancelling = canceller.cancel(processID)));
      try {
        return await query(...statement);
      } catch (error) {
        // Also where PostgreSQL's own limit came before the timer here.
        if (isCancelled(error)) deadline.end();
        deadline.check();
        throw error;
      } finally {
        forget();
        // Before anybody else has the connection: what is cancelled is whatever runs on it.
        await cancelling;
      }
    };
    runner.query = run as QueryRunner['query'];
  });
}

/** `query_canceled`: by us, or by `statement_timeout`. */
const isCancelled = (error: unknown) =>
  error instanceof QueryFailedError && (error.driverError as { code?: string }).code === '57014';
