import { HOME_MOVEMENTS, HUB_MOVEMENTS, servedApi, type PlainApi } from '@hub/movements-http';
import {
  accessReference,
  clausesReference,
  composeSupergraph,
  contractOf,
  HUB_SUBGRAPH,
  requireDecisions,
  requireOwnDecisions,
} from '@hub/registry';
import { buildASTSchema, lexicographicSortSchema, parse, printSchema, type GraphQLSchema } from 'graphql';
import { listPartnerships, listSubgraphs } from '../system/subgraph-list';
import { possibleTypes } from './possible-types';
import { printSubgraphSchema } from './print-subgraph-schema';

/**
 * What stands under `docs/reference`, by path: `schema/api.graphql` as clients see it, `schema/possibleTypes.json` for
 * caches, `schema/contract.graphql`, what partnerships publish in common, what each subgraph publishes, each partnership's own API, what of both is plain HTTP, `access.md`, who may see
 * what, and `clauses.md`, where each clause of the founding documents lives.
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
  const clauses = await Promise.all(names.map((name) => printSubgraphSchema(workspace, name, '--print-clauses')));
  const { supergraphSdl, apiSchema } = composeSupergraph(subgraphs);
  const api = lexicographicSortSchema(apiSchema());
  requireDecisions(supergraphSdl);
  ownApis.forEach(requireOwnDecisions);
  return new Map([
    ['schema/api.graphql', `${printSchema(api)}\n`],
    ['schema/possibleTypes.json', possibleTypes(api)],
    ['schema/contract.graphql', contractOf(subgraphs.filter(({ name }) => name !== HUB_SUBGRAPH))],
    ...subgraphs.map(({ name, sdl }) => [`schema/${name}.graphql`, sdl] as const),
    ...ownApis.map(({ name, sdl }) => [`schema/${name}.own.graphql`, sdl] as const),
    ['movements-hub.openapi.json', description(HUB_MOVEMENTS, api)],
    // Of a partnership's types it names none, so that it is the same of all.
    ['movements-home.openapi.json', description(HOME_MOVEMENTS, ownSchema(ownApis[0]!.sdl))],
    ['access.md', accessReference(supergraphSdl, ownApis)],
    ['clauses.md', clausesReference(clauses)],
  ]);
}

/** Its directives are said, and not declared. */
const ownSchema = (sdl: string) => buildASTSchema(parse(sdl), { assumeValidSDL: true });

function description(api: PlainApi, schema: GraphQLSchema): string {
  return `${JSON.stringify(servedApi(api, schema).document, null, 2)}\n`;
}
