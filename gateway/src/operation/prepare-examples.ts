import { setImmediate } from 'node:timers/promises';
import { isRole, roleOf } from '@hub/access';
import type { SavedExample } from '@hub/explorer';
import type { Logger } from 'pino';
import type { SavedOperations } from '../saved/saved-operations';
import type { ServedSupergraph } from '../supergraph/served-supergraph';
import { makeExecutable } from './make-executable';

/**
 * Plans and compiles saved examples before anybody asks them: for whoever has no token, and for the role that each is written
 * for. One after another, so that what has been asked comes first.
 *
 * @param examples - valid on the supergraph, each of them saved.
 */
export async function prepareExamples(
  served: ServedSupergraph,
  examples: readonly SavedExample[],
  saved: SavedOperations,
  log: Logger,
): Promise<void> {
  for (const { name, variables, role } of examples) {
    const { body: source, id: queryHash, document, operation } = saved.find(name)!;
    const client = { source, queryHash, document, operation, variables: variables ? JSON.parse(variables) : {} };
    for (const rights of [null, ...(role !== null && isRole(role) ? [{ scopes: new Set(roleOf(role).scopes) }] : [])]) {
      await setImmediate();
      if (served.isClosed) return;
      const variant = served.variants.of(client, rights);
      if (variant.isNull || variant.answeredBy !== 'subgraphs') continue;
      try {
        await served.variants.executable(variant, () => makeExecutable(served, variant));
      } catch (err) {
        if (!served.isClosed) log.warn({ example: name, err }, 'An example could not be planned.');
      }
    }
    served.documents.set(queryHash, document);
  }
}
