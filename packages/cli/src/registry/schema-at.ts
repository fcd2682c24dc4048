import { readFile } from 'node:fs/promises';
import { fetchSubgraphSdl } from '@hub/registry';
import { HubError, reasonOf } from '../errors';

/**
 * A schema as SDL.
 *
 * @param source - a file, or the address of the subgraph that has it.
 * @throws HubError `CHECK_UNREADABLE`; SubgraphSdlError
 */
export async function schemaAt(source: string, name: string): Promise<string> {
  if (/^https?:/.test(source)) return fetchSubgraphSdl(source, { name });
  return readFile(source, 'utf8').catch((error: unknown) => {
    throw new HubError('CHECK_UNREADABLE', { file: source, reason: reasonOf(error) });
  });
}
