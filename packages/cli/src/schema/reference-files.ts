import { accessReference, composeSupergraph, requireDecisions, requireOwnDecisions } from '@hub/registry';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { listPartnerships, listSubgraphs } from '../system/subgraph-list';
import { possibleTypes } from './possible-types';
import { printSubgraphSchema } from './print-subgraph-schema';

/**
 * What stands under `docs/reference`, by path: `schema/api.graphql` as clients see it, `schema/possibleTypes.json` for
 * caches, what each subgraph publishes, each partnership's own API, and `access.md`, who may see what.
 *
 * @param workspace - folder that holds `subgraphs/`, built.
 */
export async function referenceFiles(workspace: string): Promise<Map<string, string>> {
  const names = await listSubgraphs(workspace);
  const subgraphs = await Promise.all(
    names.map(async (name) => ({
      name,
      url: `http://${name}/graphql`,
      sdl: await printSubgraphSchema(workspace, name),
    })),
  );
  const ownApis = await Promise.all(
    (await listPartnerships(workspace)).map(async (name) => ({
      name,
      sdl: await printSubgraphSchema(workspace, name, '--print-own-api'),
    })),
  );
  const { supergraphSdl, apiSchema } = composeSupergraph(subgraphs);
  const api = lexicographicSortSchema(apiSchema());
  requireDecisions(supergraphSdl);
  ownApis.forEach(requireOwnDecisions);
  return new Map([
    ['schema/api.graphql', `${printSchema(api)}\n`],
    ['schema/possibleTypes.json', possibleTypes(api)],
    ...subgraphs.map(({ name, sdl }) => [`schema/${name}.graphql`, sdl] as const),
    ...ownApis.map(({ name, sdl }) => [`schema/${name}.own.graphql`, sdl] as const),
    ['access.md', accessReference(supergraphSdl, ownApis)],
  ]);
}
