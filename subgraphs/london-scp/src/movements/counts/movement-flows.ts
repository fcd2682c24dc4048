import {
  connectionFrom,
  decodeCursor,
  isCalendarDay,
  pageSize,
  quarterBounds,
  quarterOf,
  SAFE_THRESHOLD,
  type Connection,
  type MovementCategory,
} from '@hub/contract';
import type { SubgraphContext } from '@hub/subgraph-kit';
import { authorityPairs } from './authority-pair';
import type { CountedPage } from './counted-period';
import { MovementFlow, MovementFlowCategory } from './movement-flow';
import { roundedCount } from './rounded-count';

interface FlowRow {
  /** The first day of the quarter. */
  quarter: string;
  originCode: string;
  destinationCode: string;
  count: number;
  isSynthetic: boolean;
  categories: { category: MovementCategory; count: number }[] | null;
}

/**
 * Quarter after quarter by an index that is small, until the page is full; what is in a flow, only for the page. Each
 * quarter is a range of the index, so that nothing is worked out for each movement.
 */
export const FLOWS = `
  SELECT to_char(quarter, 'YYYY-MM-DD') AS quarter, origin_code AS "originCode", destination_code AS "destinationCode",
    count, categories, "isSynthetic"
  FROM (
    SELECT quarter, origin_code, destination_code, count
    FROM (SELECT quarter FROM generate_series($1::timestamp, $2::timestamp, '3 months') AS quarter ORDER BY 1) AS period
    CROSS JOIN LATERAL (
      SELECT origin_code, destination_code, count(*)::integer AS count FROM child_movement
      WHERE notified_on >= quarter AND notified_on < quarter + interval '3 months'
      GROUP BY 1, 2 HAVING count(*) >= $3) AS pair
    WHERE (quarter, origin_code, destination_code) > ($4::timestamp, $5, $6)
    ORDER BY 1, 2, 3 LIMIT $7) AS flow
  CROSS JOIN LATERAL (
    SELECT jsonb_agg(jsonb_build_object('category', category, 'count', of_it) ORDER BY category)
      FILTER (WHERE of_it >= $3) AS categories, bool_or(is_synthetic) AS "isSynthetic"
    FROM (
      SELECT category, count(*) AS of_it, bool_or(is_synthetic) AS is_synthetic FROM child_movement AS movement
      WHERE movement.origin_code = flow.origin_code AND movement.destination_code = flow.destination_code
        AND notified_on >= quarter AND notified_on < quarter + interval '3 months'
      GROUP BY category) AS part) AS parts
  ORDER BY flow.quarter, origin_code, destination_code`;

/** A page of the flows of some quarters. Those of fewer than five children are not listed, as if there were none. */
export async function movementFlows(
  context: SubgraphContext,
  { from, until, first, after }: CountedPage,
): Promise<Connection<MovementFlow>> {
  const size = pageSize(first);
  const isContinued = typeof after === 'string';
  const begin = quarterBounds(quarterOf(from)).from;
  const place = isContinued ? decodeCursor(after, 3, ([day]) => isCalendarDay(day!)) : [begin, '', ''];
  const rows = await context.dataSource.query<FlowRow[]>(FLOWS, [
    // Quarters that an earlier page has gone through are not counted again.
    ...[place[0]! > begin ? place[0] : begin, quarterBounds(quarterOf(until)).to],
    ...[SAFE_THRESHOLD, ...place, size + 1],
  ]);
  const pairOf = await authorityPairs(context);
  const { edges, pageInfo } = connectionFrom(rows, size, flowKey, isContinued);
  const flowOf = ({ quarter, originCode, destinationCode, count, isSynthetic, categories }: FlowRow) =>
    Object.assign(new MovementFlow(), {
      isSynthetic,
      quarter: quarterOf(quarter),
      pair: pairOf(originCode, destinationCode),
      value: roundedCount(count),
      categories: (categories ?? []).map(({ category, count: part }) =>
        Object.assign(new MovementFlowCategory(), { category, value: roundedCount(part) }),
      ),
    });
  return { edges: edges.map(({ node, cursor }) => ({ node: flowOf(node), cursor })), pageInfo };
}

function flowKey({ quarter, originCode, destinationCode }: FlowRow): string[] {
  return [quarter, originCode, destinationCode];
}
