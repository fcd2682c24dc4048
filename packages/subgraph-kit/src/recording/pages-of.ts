import { isCalendarDay, type Connection } from '@hub/contract';
import type { ObjectLiteral } from 'typeorm';
import { keptReader } from '../kept/kept-reader';
import type { SubgraphContext } from '../subgraph-context';
import { keysetPage } from './keyset-page';
import type { RecordDefinition } from './record-definition';

/** A page of rows, latest first, by the `first` and `after` arguments of a connection. */
export type PageOf<Row> = (context: SubgraphContext, first: number, after?: string | null) => Promise<Connection<Row>>;

/**
 * Pages of a table, sorted by a day or an instant and what settles equal ones, both descending. A page that is asked for along several
 * paths is read once; and of facts, or a table that is kept, only when something has changed.
 */
export function pagesOf<Row extends ObjectLiteral>({
  row,
  order,
}: Pick<RecordDefinition<Row, never>, 'row' | 'order'>): PageOf<Row> {
  const properties = Object.keys(order);
  const pages = keptReader<[string[] | null, number], Row>(row, ([key, limit]) => {
    return { order, limit, ...(key && { behind: key }) };
  });
  return (context, first, after) =>
    keysetPage(
      {
        keyOf: (one) => properties.map((name) => String(one[name])),
        parts: properties.length,
        isKey: ([day]) => isCalendarDay(day!.slice(0, 10)),
        read: (key, limit) => pages(context, [key, limit]),
      },
      first,
      after,
    );
}
