import { banded, DateTimeScalar, RequiresScopes, type BandedCount } from '@hub/contract';
import { Field, Int, ObjectType } from 'type-graphql';
import type { StandingFigure } from '../publication/figure';

/** How many messages have not come to where they are to go, for one reason. */
@ObjectType({
  description:
    'How many messages were not recorded, or were not taken, for one reason, as at some instant of the last seven days.',
})
@RequiresScopes('movements:count')
export class UndeliveredCount {
  @Field(() => DateTimeScalar, { description: 'The instant of which this is true.' })
  asOf!: string;

  @Field(() => String, { description: 'The code of the refusal or problem; `HELD` for those that wait for another.' })
  code!: string;

  @Field(() => Int, { description: 'How many at least: rounded down to a multiple of 5.' })
  count!: number;
}

export interface PublishedUndelivered {
  code: string;
  count: number;
}

/**
 * How many there are over all partnerships, by reason, where that is five or more. Fewer, each partnership sees in its own
 * list: one that came yesterday may be of one child.
 */
export const undeliveredCounts: StandingFigure<PublishedUndelivered[]> = {
  name: 'UNDELIVERED',
  async count(queries) {
    const rows = await queries.query<PublishedUndelivered[]>(
      `SELECT code, count(*)::integer AS count FROM (
         SELECT coalesce(refusal ->> 'code', outcome) AS code FROM movement_message
           WHERE outcome <> 'RECORDED' AND settlement IS NULL
         UNION ALL
         SELECT problem FROM movement_delivery WHERE acknowledged_at IS NULL AND problem_at IS NOT NULL
       ) AS undelivered GROUP BY 1 ORDER BY 1`,
    );
    const shown = rows.map(({ code, count }): { code: string; count: BandedCount } => ({ code, count: banded(count) }));
    return shown.filter((row): row is PublishedUndelivered => row.count !== null);
  },
};
