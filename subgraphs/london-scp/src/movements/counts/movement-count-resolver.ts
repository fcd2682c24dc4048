import {
  Cost,
  DateScalar,
  ListSize,
  RequiresScopes,
  quarterBounds,
  quarterOf,
  type MovementCategory,
} from '@hub/contract';
import type { SubgraphContext } from '@hub/subgraph-kit';
import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { ChildMovementRecord } from '../child-movement-record';
import { checkOrder } from './counted-period';
import { MovementCount } from './movement-count';
import { suppressSmallNumber } from './suppress-small-number';

interface CountRow {
  quarter: string;
  category: MovementCategory;
  count: number;
  isSynthetic: boolean;
}

/** Movements as numbers, for those who see no child. */
@Resolver()
export class MovementCountResolver {
  @Query(() => [MovementCount], {
    nullable: true,
    description:
      'How many movements were notified, by quarter and category, earliest first; what is not listed is nought. ' +
      'Whole quarters are counted: those that `from` and `to` lie in, and all between.',
  })
  @ListSize(150)
  @RequiresScopes('movements:count')
  @Cost(500)
  async movementCounts(
    @Ctx() context: SubgraphContext,
    @Arg('from', () => DateScalar, { description: 'A day of the first quarter.' }) from: string,
    @Arg('to', () => DateScalar, { description: 'A day of the last quarter.' }) to: string,
  ): Promise<MovementCount[]> {
    checkOrder(from, 'to', to);
    // Never of part of a quarter: two ranges that differ by a day would differ by one child.
    const rows = await context.dataSource
      .getRepository(ChildMovementRecord)
      .createQueryBuilder('movement')
      .select(`to_char(movement.notifiedOn, 'YYYY"-Q"Q')`, 'quarter')
      .addSelect('movement.category', 'category')
      .addSelect('count(*)::integer', 'count')
      .addSelect('bool_or(movement.isSynthetic)', 'isSynthetic')
      .where('movement.notifiedOn BETWEEN :first AND :last', {
        first: quarterBounds(quarterOf(from)).from,
        last: quarterBounds(quarterOf(to)).to,
      })
      .groupBy('1, 2')
      .orderBy('1, 2')
      .getRawMany<CountRow>();
    return rows.map(({ count, ...row }) => Object.assign(new MovementCount(), row, suppressSmallNumber(count)));
  }
}
