import { connectionFrom, decodeCursor, isCalendarDay, pageSize, type Connection } from '@hub/contract';
import type { ObjectLiteral } from 'typeorm';
import { defineLoader } from '../define-loader';
import type { SubgraphContext } from '../subgraph-context';
import { readRows } from './read-rows';
import type { RecordDefinition } from './record-definition';

/** A page of rows, latest first, by the `first` and `after` arguments of a connection. */
export type PageOf<Row> = (context: SubgraphContext, first: number, after?: string | null) => Promise<Connection<Row>>;

/**
 * Pages of a table, sorted by a day or an instant and what settles equal ones, both descending. A page that is asked for along several
 * paths is read once.
 */
export function pagesOf<Row extends ObjectLiteral>({
  row,
  order,
}: Pick<RecordDefinition<Row, never>, 'row' | 'order'>): PageOf<Row> {
  const properties = Object.keys(order);
  const read = async (context: SubgraphContext, [size, after]: [number, string | null]) => {
    const behind =
      after === null ? null : decodeCursor(after, properties.length, ([day]) => isCalendarDay(day!.slice(0, 10)));
    // One row more than asked for tells whether another page follows.
    return readRows(context.dataSource, row, { order, limit: size + 1, ...(behind && { behind }) });
  };
  const pages = defineLoader<string, Row[]>(async (keys, context) => {
    const loaded = keys.map(
      async (key) => [key, await read(context, JSON.parse(key) as [number, string | null])] as const,
    );
    return new Map(await Promise.all(loaded));
  });
  return async (context, first, after) => {
    const size = pageSize(first);
    const rows = (await pages(context).load(JSON.stringify([size, after ?? null]))) ?? [];
    const sortKey = (one: Row) => properties.map((name) => String(one[name]));
    return connectionFrom(rows, size, sortKey, typeof after === 'string');
  };
}
