import type { TraceSpan } from '@hub/tracing';
import { QueryFailedError, type DataSource, type QueryRunner } from 'typeorm';
import { withRunners } from '../deadline/with-runners';
import { statementSummary } from './statement-summary';

/** The data source of one operation, each of whose statements is a span below the operation's: what it does, and nothing of its values. */
export function tracedDataSource(span: TraceSpan, dataSource: DataSource): DataSource {
  return withRunners(dataSource, (runner) => {
    const query = runner.query.bind(runner) as QueryRunner['query'];
    const run = async (...statement: Parameters<QueryRunner['query']>) => {
      const summary = statementSummary(statement[0]);
      const traced = span.begin(summary, 'client', { 'db.system.name': 'postgresql', 'db.query.summary': summary });
      try {
        const result = await query(...statement);
        traced.end();
        return result;
      } catch (error) {
        traced.end({}, codeOf(error));
        throw error;
      }
    };
    runner.query = run as QueryRunner['query'];
  });
}

/** PostgreSQL's, since its message may quote values. */
function codeOf(error: unknown): string {
  const { code = 'other' } = error instanceof QueryFailedError ? (error.driverError as { code?: string }) : {};
  return code;
}
