import { isCalendarDay, type Connection } from '@hub/contract';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { defineLoader } from '../define-loader';
import type { SubgraphContext } from '../subgraph-context';
import { keysetPage } from './keyset-page';
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
  const read = (context: SubgraphContext, [key, limit]: [string[] | null, number]) => {
    const query: SelectQueryBuilder<Row> = context.dataSource.getRepository(row).createQueryBuilder('row');
    for (const property of properties) query.addOrderBy(`row.${property}`, 'DESC');
    if (key !== null) {
      const [columns, values] = [properties.map((name) => `row.${name}`), properties.map((name) => `:${name}`)];
      query.where(`(${columns.join(', ')}) < (${values.join(', ')})`);
      query.setParameters(Object.fromEntries(properties.map((name, index) => [name, key[index]])));
    }
    return query.limit(limit).getMany();
  };
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
