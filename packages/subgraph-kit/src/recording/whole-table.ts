import type { ObjectLiteral } from 'typeorm';
import { keptReader } from '../facts/kept-reader';
import type { SubgraphContext } from '../subgraph-context';
import type { Reading } from './read-rows';

/**
 * A whole table as one load a request, for tables that stay small because a governing document or a
 * directory bounds them. However often a query comes by, each is read once; and facts only when they have changed.
 *
 * @returns rows that are not to be changed: those of facts are shared by all requests, and frozen.
 */
export function wholeTable<Row extends ObjectLiteral>(
  target: new () => Row,
  options: Pick<Reading<Row>, 'order' | 'relations'> = {},
): (context: SubgraphContext) => Promise<Row[]> {
  const read = keptReader<null, Row>(target, () => options);
  return (context) => read(context, null);
}
