import type { EntityTarget, FindManyOptions, ObjectLiteral } from 'typeorm';
import { defineLoader } from '../define-loader';
import type { SubgraphContext } from '../subgraph-context';

/**
 * A whole table as one load a request, for tables that stay small because a governing document or a
 * directory bounds them. However often a query comes by, each is read once.
 */
export function wholeTable<Row extends ObjectLiteral>(
  target: EntityTarget<Row>,
  options: FindManyOptions<Row> = {},
): (context: SubgraphContext) => Promise<Row[]> {
  const load = defineLoader<'all', Row[]>(async (_keys, context) => {
    return new Map([['all', await context.dataSource.getRepository(target).find(options)]]);
  });
  return async (context) => (await load(context).load('all')) ?? [];
}
