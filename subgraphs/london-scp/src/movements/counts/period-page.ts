import { connectionFrom, decodeCursor, pageSize, type Connection } from '@hub/contract';
import type { SubgraphContext } from '@hub/subgraph-kit';
import type { PeriodFigure } from '../publication/figure';
import { publishedPeriods } from '../publication/published';
import { comparePlaces } from '../reconciliation/reconcile-movements';
import type { CountedPage } from './counted-period';

/** A number that was published of a period. */
export type PeriodRow<Published> = Published & { period: string; isSynthetic: boolean };

/**
 * A page of what was published of some periods, in their order and that of their numbers. A cursor is a place in that order,
 * whoever made it up: it counts nothing.
 *
 * @param keys - what a number is sorted by within its period.
 * @param shownAs - a number as it is answered.
 */
export async function periodPage<Published, Shown>(
  { dataSource }: SubgraphContext,
  figure: PeriodFigure<Published>,
  { from, to, first, after }: CountedPage,
  keys: readonly (keyof Published & string)[],
  shownAs: (row: PeriodRow<Published>) => Shown,
): Promise<Connection<Shown>> {
  const size = pageSize(first);
  const isContinued = typeof after === 'string';
  const place = isContinued ? decodeCursor(after, keys.length + 1, ([period]) => isPeriod(period!)) : [''];
  const begin = place[0]! > from ? place[0]! : from;
  const periods = await publishedPeriods(dataSource, figure, begin, to);
  const placeOf = (row: PeriodRow<Published>) => [row.period, ...keys.map((key) => String(row[key]))];
  const rows = periods
    .flatMap(({ period, isSynthetic, numbers }) => numbers.map((number) => ({ ...number, period, isSynthetic })))
    .filter((row) => comparePlaces(placeOf(row), place) > 0)
    .sort((one, other) => comparePlaces(placeOf(one), placeOf(other)));
  const { edges, pageInfo } = connectionFrom(rows.slice(0, size + 1), size, placeOf, isContinued);
  return { edges: edges.map(({ node, cursor }) => ({ node: shownAs(node), cursor })), pageInfo };
}

function isPeriod(text: string): boolean {
  return /^\d{4}(-Q[1-4])?$/.test(text);
}
