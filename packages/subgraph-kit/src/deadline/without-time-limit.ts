import type { DataSource } from 'typeorm';
import { withRunners } from './with-runners';

/** The data source of work beside answering, whose transactions may take their time: nobody waits for them. */
export function withoutTimeLimit(dataSource: DataSource): DataSource {
  return withRunners(dataSource, (runner) => {
    const startTransaction = runner.startTransaction.bind(runner);
    runner.startTransaction = async (isolation) => {
      await startTransaction(isolation);
      await runner.query('SET LOCAL statement_timeout = 0');
    };
  });
}
