import type { SubgraphContext } from '@hub/subgraph-kit';
import { yearAgo } from '../parties/own-movements';
import { roundedCount } from './rounded-count';
import { LondonTotal } from './safe-totals';

const OFTEN = 3;

const MOVED_OFTEN = `
  SELECT count(*)::integer AS count, coalesce(bool_or(is_synthetic), false) AS "isSynthetic" FROM (
    SELECT bool_or(is_synthetic) AS is_synthetic FROM child_movement WHERE notified_on > $1
    GROUP BY child_pseudonym HAVING count(*) >= $2) AS child`;

/** Counts the children of whom there were three or more notices in the last 365 days. */
export async function childrenMovedOften({ dataSource }: SubgraphContext): Promise<LondonTotal> {
  const [row] = await dataSource.query<[{ count: number; isSynthetic: boolean }]>(MOVED_OFTEN, [yearAgo(), OFTEN]);
  const value = roundedCount(row.count);
  return Object.assign(new LondonTotal(), { value, isSuppressed: value === null, isSynthetic: row.isSynthetic });
}
