import { Cost, DateScalar, ListSize, RequiresScopes, quarterOf } from '@hub/contract';
import type { SubgraphContext } from '@hub/subgraph-kit';
import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { publishedPeriods } from '../publication/published';
import { checkOrder } from './counted-period';
import { MovementCount, movementCounts } from './movement-count';

/** Movements as numbers, for those who see no child. */
@Resolver()
export class MovementCountResolver {
  @Query(() => [MovementCount], {
    nullable: true,
    description:
      'How many movements were notified, by quarter and category, earliest first; what is not listed is from 0 to 9. ' +
      'Whole quarters are counted: those that `from` and `to` lie in, and all between. A quarter is published once, 30 days ' +
      'after its end, and is not changed.',
  })
  @ListSize(150)
  @RequiresScopes('movements:count')
  @Cost(50)
  async movementCounts(
    @Ctx() { dataSource }: SubgraphContext,
    @Arg('from', () => DateScalar, { description: 'A day of the first quarter.' }) from: string,
    @Arg('to', () => DateScalar, { description: 'A day of the last quarter.' }) to: string,
  ): Promise<MovementCount[]> {
    checkOrder(from, to);
    const quarters = await publishedPeriods(dataSource, movementCounts, quarterOf(from), quarterOf(to));
    return quarters.flatMap(({ period, isSynthetic, numbers }) =>
      numbers.map((number) => Object.assign(new MovementCount(), { quarter: period, isSynthetic, ...number })),
    );
  }
}
