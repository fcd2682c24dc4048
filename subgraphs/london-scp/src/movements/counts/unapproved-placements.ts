import { ListSize, RequiresScopes, todayInLondon } from '@hub/contract';
import type { SubgraphContext } from '@hub/subgraph-kit';
import { Field, ObjectType } from 'type-graphql';
import { localAuthoritiesByCode } from '../../directory/directory-loaders';
import { safeTableOf, type CountedAt } from './safe-table-of';
import { AuthorityTotal, LondonTotal } from './safe-totals';

/** Placements at a distance that nobody approved in time. */
@ObjectType({ description: 'Placements at a distance whose day has come, and which nobody has approved.' })
@RequiresScopes('movements:count')
export class UnapprovedPlacements {
  @Field(() => [AuthorityTotal], { description: 'By the placing authority; who is not listed has none.' })
  @ListSize(33)
  counts!: AuthorityTotal[];

  @Field(() => LondonTotal, { description: 'Of all London.' })
  total!: LondonTotal;
}

const UNAPPROVED = `
  SELECT origin_code AS row, 'ALL' AS column, count(*)::integer AS count, bool_or(is_synthetic) AS "isSynthetic"
  FROM child_movement
  WHERE placement_distance = 'AT_A_DISTANCE' AND placement_approved_by IS NULL AND closed_at IS NULL
    AND placement_starts_on <= $1
  GROUP BY 1 ORDER BY 1`;

/** Counts them as of today. */
export async function unapprovedPlacements(context: SubgraphContext): Promise<UnapprovedPlacements> {
  const rows = await context.dataSource.query<CountedAt[]>(UNAPPROVED, [todayInLondon()]);
  const authorities = await localAuthoritiesByCode(context);
  const { cells, total } = safeTableOf(rows);
  return Object.assign(new UnapprovedPlacements(), {
    counts: cells.map(({ at: { row: gssCode }, ...number }) =>
      Object.assign(new AuthorityTotal(), number, { gssCode, authority: authorities.get(gssCode) ?? null }),
    ),
    total: Object.assign(new LondonTotal(), total),
  });
}
