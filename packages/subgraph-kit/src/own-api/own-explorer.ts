import { addExplorer, EXPLORER_SOURCES, readExamples, type ExploredApi } from '@hub/explorer';
import { securityHeaders } from '@hub/http';
import type { FastifyInstance } from 'fastify';
import { OWN_API_PATH } from './own-api-path';

const secure = securityHeaders(EXPLORER_SOURCES);

/**
 * What the explorer of an own API shows.
 *
 * @param folder - of the saved examples.
 * @throws ExampleInvalid where one cannot be read.
 */
export async function ownExploration(name: string, folder: string): Promise<ExploredApi> {
  return { title: `${name} at home`, path: OWN_API_PATH, examples: await readExamples(folder) };
}

/** Serves it at `/explorer`. Whoever opens it pastes a token: the keys that sign them are not a partnership's. */
export async function addOwnExplorer(app: FastifyInstance, api: ExploredApi): Promise<void> {
  await app.register(async (pages) => {
    pages.addHook('onSend', async (request, reply) => secure(request, reply));
    await addExplorer(pages, api);
  });
}
