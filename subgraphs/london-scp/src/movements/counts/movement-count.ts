import { BAND, banded, MovementCategory, RequiresScopes } from '@hub/contract';
import { Field, ObjectType } from 'type-graphql';
import type { PeriodFigure } from '../publication/figure';
import { BandedNumber } from './banded-number';
import { byPeriod } from './by-period';

/** How many children moved. No row of a child stands behind it in the graph. */
@ObjectType({ description: 'How many movements were notified in a quarter, in one category.' })
@RequiresScopes('movements:count')
export class MovementCount extends BandedNumber {
  @Field(() => String, { description: 'The quarter of the calendar year, as `2026-Q2` (April to June).' })
  quarter!: string;

  @Field(() => MovementCategory, { description: "The child's situation when moving." })
  category!: MovementCategory;
}

export interface PublishedCount {
  category: MovementCategory;
  value: number;
}

/**
 * The categories are ten and no more, and add up to what the flows do. Where one of them is not shown up to 9, it may be
 * nine, whatever the others are: were the least shown 5, ten times four could be told from a sum of 40.
 */
const LEAST = 2 * BAND;

/** Counts by quarter and category. */
export const movementCounts: PeriodFigure<PublishedCount> = {
  name: 'COUNTS',
  cut: 'QUARTER',
  async count(queries, from, until) {
    const rows = await queries.query<{ period: string; category: MovementCategory; count: number }[]>(
      `SELECT to_char(notified_on, 'YYYY"-Q"Q') AS period, category, count(*)::integer AS count FROM child_movement
       WHERE notified_on BETWEEN $1 AND $2 GROUP BY 1, 2 ORDER BY 1, 2`,
      [from, until],
    );
    return byPeriod(rows, ({ category, count }) => ({ category, value: banded(count, LEAST) }));
  },
};
