import type { DataSource, ObjectLiteral } from 'typeorm';
import { keptReader } from '../kept/kept-reader';
import type { SubgraphContext } from '../subgraph-context';
import { classesOf, type Reading } from './read-rows';

type WholeReading<Row extends ObjectLiteral> = Pick<Reading<Row>, 'order' | 'relations'>;

const readWhole: { target: new () => ObjectLiteral; reading: WholeReading<ObjectLiteral> }[] = [];

/**
 * A whole table as one load a request, for tables that stay small because a governing document or a directory bounds them,
 * or because what they hold happens some times a year. However often a query comes by, each is read once; and only when
 * something has been written since.
 *
 * @returns rows that are not to be changed: they are shared by all requests, and frozen.
 */
export function wholeTable<Row extends ObjectLiteral>(
  target: new () => Row,
  reading: WholeReading<Row> = {},
): (context: SubgraphContext) => Promise<Row[]> {
  readWhole.push({ target, reading } as (typeof readWhole)[number]);
  const read = keptReader<null, Row>(target, () => reading);
  return (context) => read(context, null);
}

/** The classes whose tables are read as a whole, and those that are read with their rows. */
export function classesReadWhole(dataSource: DataSource): ReadonlySet<new () => ObjectLiteral> {
  const here = readWhole.filter(({ target }) => dataSource.hasMetadata(target));
  return new Set(here.flatMap(({ target, reading }) => classesOf(dataSource, target, reading)));
}
