import { ListSize, RequiresScopes } from '@hub/contract';
import type { SubgraphContext } from '@hub/subgraph-kit';
import { Field, ObjectType } from 'type-graphql';
import { localAuthoritiesByCode } from '../../directory/directory-loaders';
import { authorityPairs, AuthorityPair } from './authority-pair';
import { SafeNumber } from './safe-number';
import { safeTableOf, type CountedAt } from './safe-table-of';
import { AuthorityTotal, LondonTotal } from './safe-totals';

/** How many referrals from one authority another disputes. */
@ObjectType({ description: 'Movements from one authority to another whose referral is disputed.' })
@RequiresScopes('movements:count')
export class DisputedMovementCount extends SafeNumber {
  @Field(() => AuthorityPair, { description: 'Between whom.' })
  pair!: AuthorityPair;
}

/** What is disputed now. */
@ObjectType({ description: 'Movements whose referral the destination disputes, as it is now.' })
@RequiresScopes('movements:count')
export class DisputedMovements {
  @Field(() => [DisputedMovementCount], { description: 'By pair; what is not listed is nought.' })
  @ListSize(33)
  counts!: DisputedMovementCount[];

  @Field(() => [AuthorityTotal], { description: 'By the authority moved from.' })
  @ListSize(33)
  origins!: AuthorityTotal[];

  @Field(() => [AuthorityTotal], { description: 'By the authority moved to.' })
  @ListSize(33)
  destinations!: AuthorityTotal[];

  @Field(() => LondonTotal, { description: 'Of all London.' })
  total!: LondonTotal;
}

const DISPUTED = `
  SELECT origin_code AS row, destination_code AS column, count(*)::integer AS count,
    bool_or(is_synthetic) AS "isSynthetic"
  FROM child_movement WHERE state = 'DISPUTED' GROUP BY 1, 2 ORDER BY 1, 2`;

/** Counts what is disputed now. */
export async function disputedMovements(context: SubgraphContext): Promise<DisputedMovements> {
  const rows = await context.dataSource.query<CountedAt[]>(DISPUTED);
  const [authorities, pairOf] = await Promise.all([localAuthoritiesByCode(context), authorityPairs(context)]);
  const { cells, rows: origins, columns: destinations, total } = safeTableOf(rows);
  const totals = (named: typeof origins) =>
    named.map(([gssCode, number]) =>
      Object.assign(new AuthorityTotal(), number, { gssCode, authority: authorities.get(gssCode) ?? null }),
    );
  return Object.assign(new DisputedMovements(), {
    counts: cells.map(({ at, ...number }) =>
      Object.assign(new DisputedMovementCount(), number, { pair: pairOf(at.row, at.column) }),
    ),
    origins: totals(origins),
    destinations: totals(destinations),
    total: Object.assign(new LondonTotal(), total),
  });
}
