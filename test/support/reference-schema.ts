import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { composeSupergraph, type Supergraph } from '@hub/registry';

const FOLDER = join(__dirname, '..', '..', 'docs', 'reference', 'schema');

const OWN = '.own.graphql';

/** The own API of each partnership, from the reference. */
export const ownApis = readdirSync(FOLDER)
  .filter((file) => file.endsWith(OWN))
  .map((file) => ({ name: basename(file, OWN), sdl: readFileSync(join(FOLDER, file), 'utf8') }));

/** What is of no subgraph. */
const OF_ALL = new Set(['api.graphql', 'contract.graphql']);

/** What each subgraph publishes, from the reference. A test of its own holds the reference to what runs. */
export const subgraphSdls = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.graphql') && !OF_ALL.has(file) && !file.endsWith(OWN))
  .sort()
  .map((file) => ({
    name: basename(file, '.graphql'),
    url: `http://${basename(file, '.graphql')}/graphql`,
    sdl: readFileSync(join(FOLDER, file), 'utf8'),
  }));

/** The supergraph of the reference. */
export function referenceSupergraph(): Supergraph {
  return composeSupergraph(subgraphSdls);
}
