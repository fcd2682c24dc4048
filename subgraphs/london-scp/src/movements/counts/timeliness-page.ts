import {
  connectionFrom,
  decodeCursor,
  pageSize,
  SAFE_THRESHOLD,
  type Connection,
  type MovementClockState,
  type ProcedureRuleCode,
} from '@hub/contract';
import type { SubgraphContext } from '@hub/subgraph-kit';
import { authorityPairs } from './authority-pair';
import type { CountedPage } from './counted-period';
import { MovementTimeliness, MovementTimelinessState } from './movement-timeliness';
import { roundedCount } from './rounded-count';

interface TimelinessRow {
  year: number;
  originCode: string;
  destinationCode: string;
  clock: ProcedureRuleCode;
  count: number;
  isSynthetic: boolean;
  states: { state: MovementClockState; count: number }[];
}

/** How the clock of a row of `movement_clock` stands now: in SQL what `clocksOf` says of one movement. */
export const CLOCK_STATE = `CASE
  WHEN due_at IS NULL THEN CASE WHEN rule_id IS NULL THEN 'NOT_SPECIFIED' ELSE 'NOT_STARTED' END
  WHEN coalesce(met_at, stopped_at, now()) > due_at THEN 'LATE'
  WHEN met_at IS NOT NULL THEN 'MET' WHEN stopped_at IS NOT NULL THEN 'STOPPED' ELSE 'RUNNING' END`;

const TIMELINESS = `
  SELECT year, "originCode", "destinationCode", clock, sum(count)::integer AS count,
    bool_or(is_synthetic) AS "isSynthetic",
    jsonb_agg(jsonb_build_object('state', state, 'count', count) ORDER BY state) AS states
  FROM (
    SELECT extract(year FROM notified_on)::integer AS year, origin_code AS "originCode",
      destination_code AS "destinationCode", code AS clock, ${CLOCK_STATE} AS state, count(*)::integer AS count,
      bool_or(is_synthetic) AS is_synthetic
    FROM child_movement JOIN movement_clock ON movement_id = id
    WHERE notified_on BETWEEN $1 AND $2 GROUP BY 1, 2, 3, 4, 5) AS part
  GROUP BY 1, 2, 3, 4 HAVING sum(count) >= $3 AND (year, "originCode", "destinationCode", clock) > ($4, $5, $6, $7)
  ORDER BY 1, 2, 3, 4 LIMIT $8`;

/** A page of how limits were kept, in whole calendar years: of parts of one, two could be subtracted. */
export async function timelinessPage(
  context: SubgraphContext,
  { from, until, first, after }: CountedPage,
): Promise<Connection<MovementTimeliness>> {
  const size = pageSize(first);
  const isContinued = typeof after === 'string';
  const place = isContinued
    ? decodeCursor(after, 4, ([year]) => /^\d{4}$/.test(year!))
    : [from.slice(0, 4), '', '', ''];
  const rows = await context.dataSource.query<TimelinessRow[]>(TIMELINESS, [
    ...[`${from.slice(0, 4)}-01-01`, `${until.slice(0, 4)}-12-31`],
    ...[SAFE_THRESHOLD, ...place, size + 1],
  ]);
  const pairOf = await authorityPairs(context);
  const { edges, pageInfo } = connectionFrom(rows, size, timelinessKey, isContinued);
  const timelinessOf = ({ originCode, destinationCode, states, count, ...row }: TimelinessRow) =>
    Object.assign(new MovementTimeliness(), {
      ...row,
      pair: pairOf(originCode, destinationCode),
      value: roundedCount(count),
      states: states
        .filter((part) => part.count >= SAFE_THRESHOLD)
        .map(({ state, count: part }) =>
          Object.assign(new MovementTimelinessState(), { state, value: roundedCount(part) }),
        ),
    });
  return { edges: edges.map(({ node, cursor }) => ({ node: timelinessOf(node), cursor })), pageInfo };
}

function timelinessKey({ year, originCode, destinationCode, clock }: TimelinessRow): string[] {
  return [String(year), originCode, destinationCode, clock];
}
