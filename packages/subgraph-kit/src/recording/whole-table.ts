import type { ObjectLiteral } from 'typeorm';
import { defineLoader } from '../define-loader';
import type { SubgraphContext } from '../subgraph-context';
import { classesOf, readRows, type Reading } from './read-rows';

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
  const reader = {};
  const load = defineLoader<'all', Row[]>(async (_keys, { dataSource, facts }) => {
    const read = () => readRows(dataSource, target, options);
    const isKept = facts?.areFacts(classesOf(dataSource, target, options));
    return new Map([['all', await (isKept ? facts!.read(reader, read) : read())]]);
  });
  return async (context) => context.facts?.get<Row>(reader) ?? (await load(context).load('all')) ?? [];
}
