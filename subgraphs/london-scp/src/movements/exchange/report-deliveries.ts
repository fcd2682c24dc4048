import type { SubgraphContext } from '@hub/subgraph-kit';
import type { MovementDeliveryReport } from './exchange-inputs';

/**
 * Writes down what a partnership's system could not take, and since when. It is offered again, after what is new, until it
 * is acknowledged. The same again changes nothing; another's deliveries, and unknown ones, are left out.
 *
 * @returns ids of the deliveries that have a problem now, as reported.
 */
export async function reportDeliveries(
  { dataSource }: SubgraphContext,
  partnership: string,
  reports: readonly MovementDeliveryReport[],
): Promise<string[]> {
  const known = reports.filter(({ id }) => /^\d{1,18}$/.test(id));
  const [rows] = await dataSource.query<[{ id: string }[], number]>(
    `UPDATE movement_delivery AS delivery
     SET problem = report.problem, problem_at = coalesce(problem_at, date_trunc('milliseconds', now()))
     FROM unnest($2::bigint[], $3::text[]) AS report(id, problem)
     WHERE delivery.id = report.id AND recipient = $1 AND acknowledged_at IS NULL RETURNING delivery.id`,
    [partnership, known.map(({ id }) => id), known.map(({ problem }) => problem)],
  );
  return rows.map(({ id }) => id);
}
