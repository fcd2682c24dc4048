import { connectionFrom, decodeCursor, isCalendarDay, pageSize, type Connection } from '@hub/contract';
import type { ObjectLiteral } from 'typeorm';
import { keptReader } from '../facts/kept-reader';
import type { SubgraphContext } from '../subgraph-context';
import type { RecordDefinition } from './record-definition';

/** A page of rows, latest first, by the `first` and `after` arguments of a connection. */
export type PageOf<Row> = (context: SubgraphContext, first: number, after?: string | null) => Promise<Connection<Row>>;

/**
 * Pages of a table, sorted by a day or an instant and what settles equal ones, both descending. A page that is asked for along several
 * paths is read once, and of facts only when they have changed.
 */
export function pagesOf<Row extends ObjectLiteral>({
  row,
  order,
}: Pick<RecordDefinition<Row, never>, 'row' | 'order'>): PageOf<Row> {
  const properties = Object.keys(order);
  const pages = keptReader<[number, string | null], Row>(row, ([size, after]) => {
    const behind =
      after === null ? null : decodeCursor(after, properties.length, ([day]) => isCalendarDay(day!.slice(0, 10)));
    // One row more than asked for tells whether another page follows.
    return { order, limit: size + 1, ...(behind && { behind }) };
  });
  return async (context, first, after) => {
    const size = pageSize(first);
    const rows = await pages(context, [size, after ?? null]);
    const sortKey = (one: Row) => properties.map((name) => String(one[name]));
    return connectionFrom(rows, size, sortKey, typeof after === 'string');
  };
}
