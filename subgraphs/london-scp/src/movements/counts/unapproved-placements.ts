import { ListSize, RequiresScopes, safeCounts, todayInLondon, type BandedCount } from '@hub/contract';
import { Field, ObjectType } from 'type-graphql';
import type { StandingFigure } from '../publication/figure';
import { byAuthority, shownLines, type AuthorityLine, type CountedAt } from './by-authority';
import { AuthorityTotal, LondonTotal } from './safe-totals';

/** Placements at a distance that nobody approved in time. */
@ObjectType({ description: 'Placements at a distance whose day has come, and which nobody has approved.' })
@RequiresScopes('movements:count')
export class UnapprovedPlacements {
  @Field(() => [AuthorityTotal], { description: 'By the placing authority; what is not listed is from 0 to 4.' })
  @ListSize(33)
  counts!: AuthorityTotal[];

  @Field(() => LondonTotal, { description: 'Of all London.' })
  total!: LondonTotal;
}

export interface PublishedPlacements {
  counts: AuthorityLine[];
  total: BandedCount;
}

const UNAPPROVED = `
  SELECT origin_code AS code, count(*)::integer AS count FROM child_movement
  WHERE placement_distance = 'AT_A_DISTANCE' AND placement_approved_by IS NULL AND closed_at IS NULL
    AND placement_starts_on <= $1
  GROUP BY 1`;

/** Counts them as of a day. */
export const unapprovedPlacements: StandingFigure<PublishedPlacements> = {
  name: 'UNAPPROVED',
  async count(queries, now) {
    const rows = await queries.query<CountedAt[]>(UNAPPROVED, [todayInLondon(now)]);
    const { cells, total } = safeCounts([byAuthority(rows)]);
    return { counts: shownLines(cells[0]!), total };
  },
};
