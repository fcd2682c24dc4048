import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { PublishedSubgraph } from './london-of';

const REFERENCE = join(__dirname, '../../../../docs/reference/schema');

/** What the reference says that each subgraph publishes. */
export function published(): PublishedSubgraph[] {
  return readdirSync(REFERENCE)
    .filter(
      (file) =>
        file.endsWith('.graphql') &&
        !['api.graphql', 'contract.graphql'].includes(file) &&
        !file.endsWith('.own.graphql'),
    )
    .map((file) => ({ name: basename(file, '.graphql'), sdl: readFileSync(join(REFERENCE, file), 'utf8') }));
}
