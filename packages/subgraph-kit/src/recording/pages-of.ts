import { isCalendarDay, type Connection } from '@hub/contract';
import type { ObjectLiteral } from 'typeorm';
import { defineLoader } from '../define-loader';
import type { SubgraphContext } from '../subgraph-context';
import { keysetPage } from './keyset-page';
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
  const read = (context: SubgraphContext, [key, limit]: [string[] | null, number]) =>
    readRows(context.dataSource, row, { order, limit, ...(key && { behind: key }) });
  const pages = defineLoader<string, Row[]>(async (asked, context) => {
    const loaded = asked.map(
      async (one) => [one, await read(context, JSON.parse(one) as [string[] | null, number])] as const,
    );
    return new Map(await Promise.all(loaded));
  });
  return (context, first, after) =>
    keysetPage(
      {
        keyOf: (one) => properties.map((name) => String(one[name])),
        parts: properties.length,
        isKey: ([day]) => isCalendarDay(day!.slice(0, 10)),
        read: async (key, limit) => (await pages(context).load(JSON.stringify([key, limit]))) ?? [],
      },
      first,
      after,
    );
}
