import { composeSupergraph } from '@hub/registry';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { listSubgraphs } from '../system/subgraph-list';
import { printSubgraphSchema } from './print-subgraph-schema';

/**
 * The schemas under `docs/reference/schema`, by file name: `api.graphql` as clients see it, and what each subgraph
 * publishes.
 *
 * @param workspace - folder that holds `subgraphs/`, built.
 */
export async function referenceSchemas(workspace: string): Promise<Map<string, string>> {
  const names = await listSubgraphs(workspace);
  const subgraphs = await Promise.all(
    names.map(async (name) => ({
      name,
      url: `http://${name}/graphql`,
      sdl: await printSubgraphSchema(workspace, name),
    })),
  );
  const api = printSchema(lexicographicSortSchema(composeSupergraph(subgraphs).apiSchema()));
  return new Map([['api.graphql', `${api}\n`], ...subgraphs.map(({ name, sdl }) => [`${name}.graphql`, sdl] as const)]);
}
