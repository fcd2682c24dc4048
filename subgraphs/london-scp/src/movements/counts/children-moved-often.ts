import { banded, type BandedCount } from '@hub/contract';
import { yearAgo } from '../parties/own-movements';
import type { StandingFigure } from '../publication/figure';

const OFTEN = 3;

const MOVED_OFTEN = `
  SELECT count(*)::integer AS count FROM (
    SELECT 1 FROM child_movement WHERE notified_on > $1 GROUP BY child_pseudonym HAVING count(*) >= $2) AS child`;

/** Counts the children of whom there were three or more notices in the last 365 days. */
export const childrenMovedOften: StandingFigure<BandedCount> = {
  name: 'MOVED_OFTEN',
  async count(queries, now) {
    const [row] = await queries.query<[{ count: number }]>(MOVED_OFTEN, [yearAgo(now), OFTEN]);
    return banded(row.count);
  },
};
